import { sessionQuery } from '@firstfix/client/session.ts';
import { useQuery } from '@tanstack/react-query';

/** Whether the session came by the link to one order and sees nothing else. */
export function useIsLinked(): boolean {
  const { data } = useQuery(sessionQuery);
  return data != null && data.onlyWorkOrderId !== null;
}
