import { leave, sessionQuery } from '@firstfix/client/session.ts';
import { Button } from '@firstfix/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import { Today } from './today.tsx';

/** The engineer's day. */
export function StartPage() {
  const say = useWords();
  const { data: session } = useQuery(sessionQuery);
  if (!session?.ownId) return null;
  return (
    <>
      <Today engineerId={session.ownId} />
      <Button onClick={leave}>{say('start.leave')}</Button>
    </>
  );
}
