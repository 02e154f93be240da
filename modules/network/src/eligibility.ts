import {
  type EligibilityRule,
  GRADE_OF_DIFFICULTY,
  type Grade,
  type OutletStatus,
  type Standing,
} from '@firstfix/contract/network/states';
import type { LocalDate } from '@firstfix/kernel/zone';
import { type Certificate, gradeRank, isValidOn, skillsOf } from './skills.ts';

/** What the rules ask of an engineer. */
export interface Candidate {
  readonly grade: Grade;
  readonly standing: Standing;
  readonly licencePoints: number;
  readonly licenceExpiresOn: LocalDate;
  readonly leftOn: LocalDate | null;
  readonly outletStatus: OutletStatus;
  readonly certificates: readonly Certificate[];
}

/** What the rules ask of the work. `skills` may repeat grade and category; `cert:<code>` are the special ones. */
export interface WorkNeeds {
  readonly category: string;
  /** From 1 to 4. */
  readonly difficulty: number;
  readonly skills: readonly string[];
}

export interface BrokenRule {
  readonly rule: EligibilityRule;
  /** For a person, with the figure that decides. */
  readonly words: string;
}

/**
 * The first rule that keeps an engineer from this work on `date` (a date in the territory's zone);
 * `undefined` when nothing does.
 */
export function findBrokenRule(
  engineer: Candidate,
  work: WorkNeeds,
  date: LocalDate,
): BrokenRule | undefined {
  for (const { rule, broken } of RULES) {
    const words = broken(engineer, work, date);
    if (words !== undefined) return { rule, words };
  }
  return undefined;
}

interface Rule {
  readonly rule: EligibilityRule;
  /** Says what is wrong; `undefined` when the rule is kept. */
  readonly broken: (engineer: Candidate, work: WorkNeeds, date: LocalDate) => string | undefined;
}

const RULES: readonly Rule[] = [
  {
    rule: 'employed',
    broken: ({ leftOn }, _, date) =>
      leftOn !== null && date >= leftOn ? `Left the network on ${leftOn}.` : undefined,
  },
  {
    rule: 'standing',
    broken: ({ standing }) =>
      standing === 'suspended' || standing === 'revoked' ? `The licence is ${standing}.` : undefined,
  },
  { rule: 'licence', broken: (engineer, _, date) => brokenLicence(engineer, date) },
  {
    rule: 'outlet',
    broken: ({ outletStatus }) =>
      outletStatus === 'active' ? undefined : `The outlet is ${outletStatus} and takes no new work.`,
  },
  { rule: 'grade', broken: ({ grade }, { difficulty }) => brokenGrade(grade, difficulty) },
  {
    rule: 'category',
    broken: ({ certificates }, { category }, date) =>
      missing(
        certificates.filter((one) => one.code === 'product' && one.category === category),
        `for ${category}`,
        date,
      ),
  },
  { rule: 'certificate', broken: brokenCertificate },
];

function brokenLicence({ licencePoints, licenceExpiresOn }: Candidate, date: LocalDate): string | undefined {
  if (licencePoints === 0) return 'The licence has no points left.';
  return date > licenceExpiresOn ? `The licence ran out on ${licenceExpiresOn}.` : undefined;
}

function brokenGrade(grade: Grade, difficulty: number): string | undefined {
  const needed = GRADE_OF_DIFFICULTY[difficulty];
  if (needed === undefined) return `Nobody holds a grade for difficulty ${difficulty}.`;
  return gradeRank(grade) >= gradeRank(needed)
    ? undefined
    : `Difficulty ${difficulty} needs grade ${needed}, this is ${grade}.`;
}

function brokenCertificate(engineer: Candidate, work: WorkNeeds, date: LocalDate): string | undefined {
  const held = skillsOf(engineer.grade, engineer.certificates, date);
  const lacking = work.skills.find((skill) => !held.includes(skill));
  if (lacking === undefined) return undefined;
  const [kind, code] = lacking.split(':');
  if (kind !== 'cert') return `Lacks ${lacking}.`;
  return missing(
    engineer.certificates.filter((one) => one.code === code),
    code ?? lacking,
    date,
  );
}

function missing(certificates: readonly Certificate[], what: string, date: LocalDate): string | undefined {
  if (certificates.some((one) => isValidOn(one, date))) return undefined;
  const last = certificates
    .map(({ expiresOn }) => expiresOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return `Holds no certificate ${what}.`;
  return last < date
    ? `The certificate ${what} ran out on ${last}.`
    : `The certificate ${what} does not hold yet.`;
}
