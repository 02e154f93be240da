import { CLOCK_BREACHED } from '@firstfix/contract/platform/events';
import { type Reaction, reaction } from '@firstfix/platform';
import { tellCallBackDue } from './operations/tell-call-back-due.ts';

/** What happens here on others' events. Telling twice that a call-back is due does no harm. */
export const requestsReactions: readonly Reaction[] = [
  reaction(CLOCK_BREACHED, 'requests.on_clock_breached', async (tx, { kind, subjectType, subjectId }) => {
    if (subjectType === 'service-request' && kind === 'callback') await tellCallBackDue(tx, subjectId);
  }),
];
