import { PERIOD_UNFIT } from '@firstfix/contract/insight/endpoints';
import { fieldError, refusal } from '@firstfix/contract/refusal';
import { DAY, type Instant, type TimeWindow } from '@firstfix/kernel';

const USUAL = 30 * DAY;
const LONGEST = 400 * DAY;
const AT_FROM = { errors: [fieldError('/from', 'period')] };

/** The period asked for: by default the 30 days up to its end, which is now. 422 when it is empty or too long. */
export function periodOf(from: Instant | undefined, to: Instant | undefined, now: Instant): TimeWindow {
  const end = to ?? now;
  const start = from ?? end - USUAL;
  if (start >= end) throw refusal(422, `${PERIOD_UNFIT}/order`, {}, AT_FROM);
  if (end - start > LONGEST) throw refusal(422, `${PERIOD_UNFIT}/length`, { days: LONGEST / DAY }, AT_FROM);
  return { start, end };
}
