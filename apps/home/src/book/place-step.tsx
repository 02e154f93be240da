import { api, ask } from '@firstfix/client/api.ts';
import { addHousehold, getCustomer } from '@firstfix/contract/customers/endpoints';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { newId } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AddressFields, type Home } from '../parts/address-fields.tsx';
import { Choices } from '../parts/choices.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';
import { itemOf, type Wish, wordsOf } from './wish.ts';

interface PlaceStepProps {
  readonly customerId: string;
  readonly wish: Wish;
  readonly onRegistered: (request: ServiceRequestView) => void;
}

const ELSEWHERE = 'elsewhere';

/** Which home; registering what is wanted follows from it, as real windows need a real order. */
export function PlaceStep({ customerId, wish, onRegistered }: PlaceStepProps) {
  const say = useWords();
  const [chosen, setChosen] = useState<string>();
  const [address, setAddress] = useState<Home>();
  // one booking is one request, however often it is sent
  const [externalId] = useState(newId);
  const customer = useQuery(ask(getCustomer, { params: { id: customerId } }));
  const register = useMutation({
    mutationFn: async (householdId: string) =>
      api.call(registerRequest, {
        body: {
          channel: 'web',
          externalId,
          caller: { customerId, householdId: await homeFor(customerId, householdId, address) },
          items: [itemOf(wish)],
          words: wordsOf(wish),
          urgent: wish.urgent,
        },
      }),
    onSuccess: onRegistered,
  });
  if (customer.error) return <ProblemNotice problem={customer.error} onAgain={customer.refetch} />;
  if (!customer.data) return <Loading />;
  const homes = customer.data.households;
  const home = chosen ?? homes[0]?.id ?? ELSEWHERE;
  const ready = home !== ELSEWHERE || address !== undefined;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate(home);
      }}
    >
      <Choices
        label={say('book.title.place')}
        as="rows"
        choices={[
          ...homes.map(({ id, place, door }) => ({ value: id, label: `${place.community} ${door ?? ''}` })),
          { value: ELSEWHERE, label: say('book.elsewhere') },
        ]}
        chosen={[home]}
        onChoose={setChosen}
      />
      {home === ELSEWHERE && <AddressFields onChange={setAddress} />}
      {register.error && <ProblemNotice problem={register.error} />}
      <Button
        primary
        type="submit"
        disabled={register.isPending || !ready}
        {...(ready ? {} : { disabledReason: say('start.addressFirst') })}
      >
        {say('book.seeWindows')}
      </Button>
    </form>
  );
}

/** The home chosen, or a new one with that address. */
async function homeFor(customerId: string, householdId: string, address: Home | undefined): Promise<string> {
  if (householdId !== ELSEWHERE || !address) return householdId;
  const added = await api.call(addHousehold, { params: { id: customerId }, body: { address } });
  return added.householdId;
}
