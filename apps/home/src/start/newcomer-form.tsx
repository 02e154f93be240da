import type { BodyOf } from '@firstfix/contract';
import type { signInWithCode } from '@firstfix/contract/identity/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { AddressFields, type Home } from '../parts/address-fields.tsx';
import { Field } from '../parts/field.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

export type Newcomer = NonNullable<BodyOf<typeof signInWithCode>['newcomer']>;

/** What a new customer is asked, and no more. */
export function NewcomerForm({ onDone }: { onDone: (newcomer: Newcomer) => Promise<unknown> }) {
  const say = useWords();
  const [name, setName] = useState('');
  const [address, setAddress] = useState<Home>();
  const { mutate, error, isPending } = useMutation({ mutationFn: onDone });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (address) mutate({ name, address });
      }}
    >
      <p>{say('start.newHere')}</p>
      <Field label={say('start.name')}>
        <input autoComplete="name" required value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
      <AddressFields onChange={setAddress} />
      {error && <ProblemNotice problem={error} />}
      <Button
        primary
        type="submit"
        disabled={isPending}
        {...(address ? {} : { disabledReason: say('start.addressFirst') })}
      >
        {say('start.join')}
      </Button>
    </form>
  );
}
