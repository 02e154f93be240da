import { api, ask } from '@firstfix/client/api.ts';
import { DemoPhone } from '@firstfix/client/demo-phone.tsx';
import { sessionQuery } from '@firstfix/client/session.ts';
import { getDemo, requestCode, signInWithCode } from '@firstfix/contract/identity/endpoints';
import { PhoneSignIn } from '@firstfix/ui/phone-sign-in.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

const ROLE = 'engineer';

/** By a code sent to the phone. */
export function SignIn() {
  const queries = useQueryClient();
  const { data: demo } = useQuery(ask(getDemo));
  const [asked, setAsked] = useState<string>();
  return (
    <>
      <PhoneSignIn
        phones={demo?.engineerPhones ?? []}
        onAsk={async (phone) => {
          await api.call(requestCode, { body: { phone, role: ROLE } });
          setAsked(phone);
        }}
        onCode={async (phone, code) => {
          const { session } = await api.call(signInWithCode, { body: { phone, role: ROLE, code } });
          queries.setQueryData(sessionQuery.queryKey, session);
        }}
      />
      {asked !== undefined && <DemoPhone phone={asked} />}
    </>
  );
}
