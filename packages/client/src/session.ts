import { getVisitor, signOut } from '@firstfix/contract/identity/endpoints';
import type { SessionView } from '@firstfix/contract/identity/schemas';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** Who is signed in; null for nobody. */
export const sessionQuery = queryOptions<SessionView | null>({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async () => (await api.call(getVisitor)).session,
});

/** Ends the session; opening the app anew forgets everything it saw. */
export async function leave(): Promise<void> {
  await api.call(signOut);
  location.assign(import.meta.env.BASE_URL);
}
