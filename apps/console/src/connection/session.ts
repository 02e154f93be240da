import type { Endpoint, Role } from '@firstfix/contract';
import { getVisitor, signOut } from '@firstfix/contract/identity/endpoints';
import type { SessionView } from '@firstfix/contract/identity/schemas';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions<SessionView | null>({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async () => (await api.call(getVisitor)).session,
});

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

/** Ends the session; opening the app anew forgets everything it saw. */
export async function leave(): Promise<void> {
  await api.call(signOut);
  location.assign('/console');
}
