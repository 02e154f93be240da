import type { Endpoint, ResponseOf } from '@firstfix/contract';
import type { CallInput } from '@firstfix/contract/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './api.ts';

/** A command to the server; what is on the screen is asked again afterwards. */
export function useChange<E extends Endpoint>(endpoint: E) {
  const queries = useQueryClient();
  return useMutation<ResponseOf<E>, Error, CallInput<E>>({
    mutationFn: (input) => api.call(endpoint, input),
    onSettled: () => queries.invalidateQueries(),
  });
}
