import { Button } from '@firstfix/ui/button.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { leave, sessionQuery } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import { SignIn } from './sign-in.tsx';
import { Today } from './today.tsx';

/** The day of whoever is signed in, else the door. */
export function StartPage() {
  const say = useWords();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (session === undefined) return <Loading />;
  if (session?.role !== 'engineer' || session.ownId === null) return <SignIn />;
  return (
    <>
      <Today engineerId={session.ownId} />
      <Button onClick={leave}>{say('start.leave')}</Button>
    </>
  );
}
