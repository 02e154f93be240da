import { ask } from '@firstfix/client/api.ts';
import { useChange } from '@firstfix/client/change.ts';
import { registerAppliance } from '@firstfix/contract/appliances/endpoints';
import { getCustomer } from '@firstfix/contract/customers/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { categoriesQuery } from '../order/work-names.ts';
import { Card } from '../parts/card.tsx';
import { Field } from '../parts/field.tsx';
import form from '../parts/form.module.css';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';

/** One more appliance by the number on its label; model and date of making follow from it. */
export function AddAppliance({ customerId }: { customerId: string }) {
  const say = useWords();
  const nameOf = useNameOf();
  const [serialNumber, setSerial] = useState('');
  const [category, setCategory] = useState('');
  const [boughtOn, setBoughtOn] = useState('');
  const categories = useQuery(categoriesQuery);
  const customer = useQuery(ask(getCustomer, { params: { id: customerId } }));
  const { mutate, isPending, error, data } = useChange(registerAppliance);
  const householdId = customer.data?.households[0]?.id ?? null;
  const body = {
    serialNumber: serialNumber.trim().toUpperCase(),
    customerId,
    householdId,
    ...(category === '' ? {} : { category }),
    ...(boughtOn === '' ? {} : { boughtOn }),
  };
  return (
    <Card title={say('appliances.add')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ body }, { onSuccess: () => setSerial('') });
        }}
      >
        <Field label={say('appliances.serial')}>
          <input
            required
            autoCapitalize="characters"
            pattern="[A-Za-z0-9\-]{6,40}"
            placeholder={say('appliances.serialHint')}
            value={serialNumber}
            onChange={({ target }) => setSerial(target.value)}
          />
        </Field>
        <Field label={say('appliances.category')}>
          <select value={category} onChange={({ target }) => setCategory(target.value)}>
            <option value="">{say('appliances.byLabel')}</option>
            {categories.data?.items.map((one) => (
              <option key={one.code} value={one.code}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={say('appliances.bought')}>
          <input type="date" value={boughtOn} onChange={({ target }) => setBoughtOn(target.value)} />
        </Field>
        {error && <ProblemNotice problem={error} />}
        {data && <p role="status">{say('appliances.added', { serial: data.serialNumber ?? '' })}</p>}
        <Button primary type="submit" disabled={isPending}>
          {say('appliances.register')}
        </Button>
      </form>
    </Card>
  );
}
