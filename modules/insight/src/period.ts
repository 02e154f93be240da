import { PERIOD_UNFIT } from '@firstfix/contract/insight/endpoints';
import { DAY, DomainError, type Instant, type TimeWindow } from '@firstfix/kernel';

const USUAL = 30 * DAY;
const LONGEST = 400 * DAY;

/** The period asked for: by default the 30 days up to its end, which is now. 422 when it is empty or too long. */
export function periodOf(from: Instant | undefined, to: Instant | undefined, now: Instant): TimeWindow {
  const end = to ?? now;
  const start = from ?? end - USUAL;
  if (start >= end) throw unfit('It must end after it starts.');
  if (end - start > LONGEST) throw unfit('It is at most 400 days long: ask for less at once.');
  return { start, end };
}

function unfit(why: string): DomainError {
  return new DomainError(422, PERIOD_UNFIT, `The period does not fit. ${why}`, {
    errors: [{ pointer: '/from', code: 'period', message: 'does not fit' }],
  });
}
