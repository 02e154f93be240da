import type { Task } from '@firstfix/platform';
import type { VerdictNeeds } from './needs.ts';
import { endFollowUp } from './operations/end-follow-up.ts';
import { END_FOLLOW_UP } from './operations/verdict-clocks.ts';

/** Started by the timer of each follow-up. */
export function verdictTasks(needs: VerdictNeeds): Task[] {
  return [
    {
      name: END_FOLLOW_UP,
      run: (tx, { workOrderId }) => endFollowUp(tx, needs, String(workOrderId)),
      about: ({ workOrderId }) => String(workOrderId),
    },
  ];
}
