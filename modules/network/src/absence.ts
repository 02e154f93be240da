import type { AbsenceKind } from '@firstfix/contract/network/states';
import { invalidField } from '@firstfix/contract/refusal';
import { DAY, type Id, type Instant, type TimeWindow } from '@firstfix/kernel';

const LONGEST_ABSENCE = 366 * DAY;

/** When an engineer is not there. */
export interface Absence {
  readonly id: Id;
  readonly kind: AbsenceKind;
  readonly start: Instant;
  readonly end: Instant;
}

/** Somebody's of a team. */
export interface EngineerAbsence extends TimeWindow {
  readonly engineerId: Id;
}

/** 422 unless it ends after it starts, within a year, and after `now`. */
export function checkAbsence({ start, end }: Absence, now: Instant): void {
  if (end <= start || end - start > LONGEST_ABSENCE) {
    throw invalidField('/end', 'length/absence');
  }
  if (end <= now) throw invalidField('/end', 'past/absence');
}
