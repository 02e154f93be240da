import { Button } from '@firstfix/ui/button.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { leave, sessionQuery } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import { MyOrders } from './my-orders.tsx';
import { SignIn } from './sign-in.tsx';

/** One's own services, or the door to them. */
export function StartPage() {
  const say = useWords();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (session === undefined) return <Loading />;
  if (session?.role !== 'customer') {
    return (
      <>
        <h1>{say('start.welcome')}</h1>
        <SignIn />
      </>
    );
  }
  return (
    <>
      <MyOrders />
      <Button onClick={leave}>{say('start.leave')}</Button>
    </>
  );
}
