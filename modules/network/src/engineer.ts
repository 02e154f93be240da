import {
  ENGINEER_GONE,
  ILLEGAL_STANDING,
  SECOND_SIGNATURE_NEEDED,
} from '@firstfix/contract/network/endpoints';
import {
  type Grade,
  type OutletStatus,
  STANDING_CHANGES,
  type Standing,
} from '@firstfix/contract/network/states';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import type { Id, Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import { type Ladder, missingForGrade } from './grade-ladder.ts';
import type { ShiftPlan } from './shift-plan.ts';
import type { Certificate } from './skills.ts';

/** The year's points of a fresh licence. */
export const FULL_LICENCE_POINTS = 12;

/** An engineer as the network keeps them. */
export interface EngineerRecord {
  readonly id: Id;
  readonly userId: Id;
  readonly name: string;
  readonly outletId: Id;
  readonly outletStatus: OutletStatus;
  readonly territoryId: Id;
  readonly home: Point;
  readonly grade: Grade;
  readonly standing: Standing;
  readonly standingReason: string | null;
  /** The user who set the standing; `null` for the first. */
  readonly standingBy: Id | null;
  readonly stars: number;
  readonly licenceNumber: string;
  readonly licencePoints: number;
  /** The last day the licence holds. */
  readonly licenceExpiresOn: LocalDate;
  readonly joinedOn: LocalDate;
  /** The first day without work. */
  readonly leftOn: LocalDate | null;
  readonly shifts: ShiftPlan;
  readonly certificates: readonly Certificate[];
  readonly version: number;
}

export function isActiveOn({ leftOn }: Pick<EngineerRecord, 'leftOn'>, date: LocalDate): boolean {
  return leftOn === null || date < leftOn;
}

/** 409 once a leaving date is set: the record is history. */
export function mustStay({ name, leftOn }: EngineerRecord): void {
  if (leftOn === null) return;
  throw refusal(409, ENGINEER_GONE, { name, leftOn });
}

/** 409 for a rise the ladder does not allow yet; grades may fall at any time. */
export function changeGrade(
  engineer: EngineerRecord,
  grade: Grade,
  ladder: Ladder,
  date: LocalDate,
): EngineerRecord {
  const missing = missingForGrade(ladder, engineer, grade, date);
  if (missing !== undefined) throw missing;
  return { ...engineer, grade };
}

/** 409 for an unknown change, and for revoking what the same person suspended. */
export function changeStanding(
  engineer: EngineerRecord,
  standing: Standing,
  reason: string,
  signedBy: Id,
): EngineerRecord {
  const legal = STANDING_CHANGES[engineer.standing];
  if (!legal.includes(standing)) {
    throw refusal(409, ILLEGAL_STANDING, { standing: engineer.standing, legal });
  }
  if (standing === 'revoked' && engineer.standingBy === signedBy) {
    throw refusal(409, SECOND_SIGNATURE_NEEDED);
  }
  return {
    ...engineer,
    standing,
    standingReason: reason,
    standingBy: signedBy,
    // issued anew after retraining
    licencePoints: engineer.standing === 'revoked' ? FULL_LICENCE_POINTS : engineer.licencePoints,
  };
}

export function leave(engineer: EngineerRecord, leftOn: LocalDate): EngineerRecord {
  if (leftOn < engineer.joinedOn) {
    throw invalidField('/leftOn', 'before_joining', { joinedOn: engineer.joinedOn });
  }
  return { ...engineer, leftOn };
}
