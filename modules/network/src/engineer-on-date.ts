import type { Id, Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Candidate } from './eligibility.ts';
import { type EngineerRecord, isActiveOn } from './engineer.ts';
import { skillsOf } from './skills.ts';

/** An engineer as the modules above know one, with the skills of a date. */
export interface Engineer extends Candidate {
  readonly id: Id;
  readonly userId: Id;
  readonly name: string;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly home: Point;
  /** `grade:B` and the lower ones, `prod:<category>`, `cert:<code>`: those that hold on the date. */
  readonly skills: readonly string[];
  /** From 1 to 5. */
  readonly stars: number;
  /** Has not left on the date. */
  readonly active: boolean;
  readonly joinedOn: LocalDate;
  readonly licenceNumber: string;
}

export function engineerOn(record: EngineerRecord, date: LocalDate): Engineer {
  const { shifts: _, standingReason: __, standingBy: ___, version: ____, ...shown } = record;
  return {
    ...shown,
    skills: skillsOf(record.grade, record.certificates, date),
    active: isActiveOn(record, date),
  };
}
