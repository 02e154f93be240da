import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { useIsWaiting } from '../connection/field-command.ts';
import { useWords } from '../words/words.ts';

/** What a step of the visit is given. */
export interface VisitActionProps {
  readonly visit: VisitView;
}

/** What a step of one of its orders is given. */
export interface JobActionProps extends VisitActionProps {
  readonly job: JobView;
}

/** Why the step can't be done now: one before it waits for the network, or `own` of the step itself. */
export function useNot(visitId: string, own: string | false): string | undefined {
  const say = useWords();
  if (useIsWaiting(visitId)) return say('refusals.earlierWaits');
  return own === false ? undefined : own;
}
