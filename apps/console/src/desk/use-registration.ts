import { api } from '@firstfix/client/api.ts';
import { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { newId } from '@firstfix/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { NewRequest } from './wanted-work.ts';

/** Registers a request once, however often the button is pressed or the network fails. */
export function useRegistration(onRegistered: (request: ServiceRequestView) => void) {
  const queries = useQueryClient();
  const key = useRef(newId());
  return useMutation({
    mutationFn: (body: NewRequest) => api.call(registerRequest, { body, idempotencyKey: key.current }),
    // another body is another request
    onError: () => {
      key.current = newId();
    },
    onSuccess: async (request) => {
      await queries.invalidateQueries();
      onRegistered(request);
    },
  });
}
