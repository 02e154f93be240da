import { sessionQuery } from '@firstfix/client/session.ts';
import type { BodyOf, Endpoint, ResponseOf } from '@firstfix/contract';
import { pathOf } from '@firstfix/contract/client';
import type { CommandBase } from '@firstfix/contract/fieldwork/schemas';
import { newId, toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sendKept, useOutbox } from './outbox.ts';
import { useMyPosition } from './position.tsx';

/** What a command says beside its envelope. */
type Said<E extends Endpoint> = Omit<BodyOf<E>, keyof CommandBase>;

/**
 * A command of a visit: `const arrive = useFieldCommand(arriveVisit, visitId); arrive.mutate({ doorCode })`.
 * It is given its id, the business time and where the phone is, and kept until the server has answered.
 */
export function useFieldCommand<E extends Endpoint>(endpoint: E, visitId: string) {
  const now = useNow();
  const { position } = useMyPosition();
  return useKept<E, Said<E>>(endpoint, visitId, visitId, (commandId, said) => {
    const envelope: CommandBase = { commandId, occurredAt: toRfc3339(now), ...(position && { position }) };
    return { body: { ...envelope, ...said }, keyed: false };
  });
}

/** A command without an envelope, about the visit or `id`, one of its orders; kept and repeated all the same. */
export function useKeptCommand<E extends Endpoint>(endpoint: E, visitId: string, id = visitId) {
  return useKept<E, BodyOf<E>>(endpoint, visitId, id, (_, said) => ({ body: { ...said }, keyed: true }));
}

/** Why no further command of the visit may be given now: one before it has not been answered. */
export function useIsWaiting(visitId: string): boolean {
  return useOutbox().waiting.some((command) => command.visitId === visitId);
}

interface Content {
  readonly body: object;
  readonly keyed: boolean;
}

function useKept<E extends Endpoint, S extends object>(
  endpoint: E,
  visitId: string,
  id: string,
  contentOf: (commandId: string, said: S) => Content,
) {
  const queries = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  return useMutation<ResponseOf<E>, Error, S>({
    // what can't be sent now is kept by the outbox
    networkMode: 'always',
    mutationFn: async (said) => {
      const commandId = newId();
      const path = pathOf(endpoint.path, { id }, {});
      const engineerId = session?.ownId ?? '';
      const answer = await sendKept({ commandId, engineerId, visitId, path, ...contentOf(commandId, said) });
      return answer as ResponseOf<E>;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
