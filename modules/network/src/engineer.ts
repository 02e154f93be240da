import {
  ENGINEER_GONE,
  GRADE_NOT_EARNED,
  ILLEGAL_STANDING,
  SECOND_SIGNATURE_NEEDED,
} from '@firstfix/contract/network/endpoints';
import {
  type Grade,
  type OutletStatus,
  STANDING_CHANGES,
  type Standing,
} from '@firstfix/contract/network/states';
import { DomainError, type Id, invalidField, type Point } from '@firstfix/kernel';
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
  throw new DomainError(409, ENGINEER_GONE, `${name} leaves on ${leftOn}: nothing changes any more.`);
}

/** 409 for a rise the ladder does not allow yet; grades may fall at any time. */
export function changeGrade(
  engineer: EngineerRecord,
  grade: Grade,
  ladder: Ladder,
  date: LocalDate,
): EngineerRecord {
  const missing = missingForGrade(ladder, engineer, grade, date);
  if (missing !== undefined) throw new DomainError(409, GRADE_NOT_EARNED, missing);
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
    throw new DomainError(
      409,
      ILLEGAL_STANDING,
      `The standing is ${engineer.standing}; it may become ${legal.join(' or ')}.`,
    );
  }
  if (standing === 'revoked' && engineer.standingBy === signedBy) {
    throw new DomainError(
      409,
      SECOND_SIGNATURE_NEEDED,
      'Whoever suspended an engineer cannot revoke the licence as well: another person signs.',
    );
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
    throw invalidField('/leftOn', 'before_joining', `lies before the day of joining, ${engineer.joinedOn}`);
  }
  return { ...engineer, leftOn };
}
