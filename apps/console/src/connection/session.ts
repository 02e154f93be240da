import { sessionQuery } from '@firstfix/client/session.ts';
import type { Endpoint, Role } from '@firstfix/contract';
import type { SessionView } from '@firstfix/contract/identity/schemas';
import { useQuery } from '@tanstack/react-query';

/** The session of a screen behind the sign-in. */
export function useSession(): SessionView {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('this screen stands behind the sign-in');
  return data;
}

/** Whether the contract lets this role call the operation at all; rows and states are the server's to judge. */
export function mayCall(endpoint: Endpoint, role: Role): boolean {
  return endpoint.may === 'anyone' || role in endpoint.may;
}
