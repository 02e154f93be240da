import { sessionQuery } from '@firstfix/client/session.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SignIn } from '../start/sign-in.tsx';
import { useWords } from '../words/words.ts';

/** What only a customer sees; others find the door first. */
export function SignedIn({ children }: { children: (customerId: string) => ReactNode }) {
  const say = useWords();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (session === undefined) return <Loading />;
  // a link opens its one order only
  if (session?.role === 'customer' && session.ownId !== null && session.onlyWorkOrderId === null)
    return children(session.ownId);
  return (
    <>
      <h1>{say('start.welcome')}</h1>
      <SignIn />
    </>
  );
}
