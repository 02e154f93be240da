import { definePolicy } from '@firstfix/contract';
import { GRADE_NOT_EARNED } from '@firstfix/contract/network/endpoints';
import { CERTIFICATE_LEVELS, type CertificateLevel, type Grade } from '@firstfix/contract/network/states';
import { refusal } from '@firstfix/contract/refusal';
import type { DomainError } from '@firstfix/kernel';
import { addMonths, type LocalDate } from '@firstfix/kernel/zone';
import { type Static, Type } from 'typebox';
import { type Certificate, gradeRank, isValidOn } from './skills.ts';

const Rung = Type.Object(
  {
    serviceMonths: Type.Integer({ minimum: 0, maximum: 600, description: 'Since joining' }),
    certificateLevel: Type.Enum([...CERTIFICATE_LEVELS], {
      description: 'Of a product certificate that holds',
    }),
  },
  { additionalProperties: false },
);

const Ladder = Type.Object({ C: Rung, B: Rung, A: Rung, 'A+': Rung }, { additionalProperties: false });
export type Ladder = Static<typeof Ladder>;

/** What each grade needs beside its examination. */
export const gradeLadder = definePolicy({
  name: 'network.grade_ladder',
  summary: 'Service time and certificate level an engineer needs for each grade, beside its examination',
  schema: Ladder,
  standard: {
    C: { serviceMonths: 0, certificateLevel: 'junior' },
    B: { serviceMonths: 12, certificateLevel: 'intermediate' },
    A: { serviceMonths: 24, certificateLevel: 'senior' },
    'A+': { serviceMonths: 36, certificateLevel: 'senior' },
  },
});

interface Climber {
  readonly grade: Grade;
  readonly joinedOn: LocalDate;
  readonly certificates: readonly Certificate[];
}

/** Why a rise to `grade` is not earned on `date`; a fall or the grade held already needs nothing. */
export function missingForGrade(
  ladder: Ladder,
  engineer: Climber,
  grade: Grade,
  date: LocalDate,
): DomainError | undefined {
  if (grade === 'D' || gradeRank(grade) <= gradeRank(engineer.grade)) return undefined;
  const rung = ladder[grade];
  const servedOn = addMonths(engineer.joinedOn, rung.serviceMonths);
  if (date < servedOn) {
    const needed = { grade, months: rung.serviceMonths, from: servedOn };
    return refusal(409, `${GRADE_NOT_EARNED}/service`, needed);
  }
  const reached = engineer.certificates.some(
    (one) =>
      isValidOn(one, date) && one.level !== null && levelRank(one.level) >= levelRank(rung.certificateLevel),
  );
  if (reached) return undefined;
  return refusal(409, `${GRADE_NOT_EARNED}/certificate`, { grade, level: rung.certificateLevel });
}

function levelRank(level: CertificateLevel): number {
  return CERTIFICATE_LEVELS.indexOf(level);
}
