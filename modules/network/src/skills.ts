import {
  type CertificateCode,
  type CertificateLevel,
  GRADES,
  type Grade,
} from '@firstfix/contract/network/states';
import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';

export interface Certificate {
  readonly id: Id;
  readonly code: CertificateCode;
  /** Product category; of a `product` certificate only. */
  readonly category: string | null;
  readonly level: CertificateLevel | null;
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** The last day it holds. */
  readonly expiresOn: LocalDate;
}

export function isValidOn(certificate: Certificate, date: LocalDate): boolean {
  return certificate.issuedOn <= date && date <= certificate.expiresOn;
}

export function gradeRank(grade: Grade): number {
  return GRADES.indexOf(grade);
}

/**
 * What an engineer may be asked for on a date, as work orders name it: the grade and every lower one
 * (`grade:B`, `grade:C`), `prod:<category>` and `cert:<code>` by the certificates that hold on that day.
 * A trainee (D) has no grade skill: there is no work a trainee does alone.
 */
export function skillsOf(grade: Grade, certificates: readonly Certificate[], date: LocalDate): string[] {
  const grades = GRADES.slice(1, gradeRank(grade) + 1).map((held) => `grade:${held}`);
  const held = certificates.filter((one) => isValidOn(one, date)).map(skillOf);
  return [...grades.reverse(), ...new Set(held.toSorted())];
}

function skillOf({ code, category }: Certificate): string {
  return code === 'product' ? `prod:${category}` : `cert:${code}`;
}
