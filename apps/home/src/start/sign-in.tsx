import { api, ask } from '@firstfix/client/api.ts';
import { DemoPhone } from '@firstfix/client/demo-phone.tsx';
import { sessionQuery } from '@firstfix/client/session.ts';
import { ApiProblem } from '@firstfix/contract/client';
import { getDemo, NOT_REGISTERED, requestCode, signInWithCode } from '@firstfix/contract/identity/endpoints';
import { PhoneSignIn } from '@firstfix/ui/phone-sign-in.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Newcomer, NewcomerForm } from './newcomer-form.tsx';

const ROLE = 'customer';

/** By a code sent to the phone; whoever is new says name and address and is a customer from then on. */
export function SignIn() {
  const queries = useQueryClient();
  const { data: demo } = useQuery(ask(getDemo));
  const [asked, setAsked] = useState<string>();
  const [proven, setProven] = useState<{ phone: string; code: string }>();
  const enter = async (phone: string, code: string, newcomer?: Newcomer) => {
    const body = { phone, code, role: ROLE, ...(newcomer ? { newcomer } : {}) } as const;
    const { session } = await api.call(signInWithCode, { body });
    queries.setQueryData(sessionQuery.queryKey, session);
  };
  if (proven) return <NewcomerForm onDone={(newcomer) => enter(proven.phone, proven.code, newcomer)} />;
  return (
    <>
      <PhoneSignIn
        phones={demo?.customerPhones ?? []}
        onAsk={async (phone) => {
          await api.call(requestCode, { body: { phone, role: ROLE } });
          setAsked(phone);
        }}
        onCode={async (phone, code) => {
          try {
            await enter(phone, code);
          } catch (error) {
            if (!(error instanceof ApiProblem && error.code === NOT_REGISTERED)) throw error;
            setProven({ phone, code });
          }
        }}
      />
      {asked !== undefined && <DemoPhone phone={asked} />}
    </>
  );
}
