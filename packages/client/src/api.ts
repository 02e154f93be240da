import type { Endpoint, ResponseOf } from '@firstfix/contract';
import { type CallInput, createClient } from '@firstfix/contract/client';
import { spokenLanguage } from '@firstfix/ui/language.ts';
import { queryOptions } from '@tanstack/react-query';

/** The server this page came from; the session travels as a cookie, refusals come as people here read. */
export const api = createClient('', undefined, spokenLanguage);

/** A question to the server as a query: `useQuery(ask(getWorkOrder, { params: { id } }))`. */
export function ask<E extends Endpoint>(endpoint: E, input?: CallInput<E>) {
  return queryOptions<ResponseOf<E>>({
    queryKey: [endpoint.id, input],
    queryFn: () => api.call(endpoint, input),
  });
}
