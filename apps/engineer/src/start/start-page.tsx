import { sessionQuery } from '@firstfix/client/session.ts';
import { useQuery } from '@tanstack/react-query';
import { Today } from './today.tsx';

/** The engineer's day. */
export function StartPage() {
  const { data: session } = useQuery(sessionQuery);
  if (!session?.ownId) return null;
  return <Today engineerId={session.ownId} />;
}
