import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../connection/session.ts';

/** Whether the session came by the link to one order and sees nothing else. */
export function useIsLinked(): boolean {
  const { data } = useQuery(sessionQuery);
  return data != null && data.onlyWorkOrderId !== null;
}
