import { demoCity, type Home } from '@firstfix/city';
import {
  type CertificateCode,
  type CertificateLevel,
  GRADES,
  type Grade,
} from '@firstfix/contract/network/states';
import { type Id, stableId } from '@firstfix/kernel';
import { createRandom, type Random } from '@firstfix/kernel/random';
import { addDays, addMonths, type LocalDate } from '@firstfix/kernel/zone';
import { cellOf } from '../cells.ts';
import type { ShiftHours, ShiftPlan } from '../shift-plan.ts';
import type { Certificate } from '../skills.ts';
import type { NewEngineerRow } from '../store/engineer-store.ts';
import { demoCells } from './demo-city.ts';
import { DEMO_CATEGORIES, DEMO_OUTLETS } from './demo-outlets.ts';

const DEMO_ENGINEERS = 120;

export interface DemoEngineer {
  readonly engineer: NewEngineerRow;
  readonly certificates: readonly (Certificate & { readonly engineerId: Id })[];
  /** To sign in with in the demo; no message is really sent. */
  readonly phone: string;
}

/** How grades, products and certificates are spread: the higher the grade, the more of everything. */
const GRADE_WEIGHTS = [22, 38, 28, 12];
const PRODUCT_WEIGHTS = [34, 13, 14, 12, 8, 9, 4, 6];
const PRODUCT_COUNTS = [
  [1, 3],
  [2, 4],
  [3, 6],
  [5, 8],
] as const;
const AC_SHARE = 0.72;
const HIGH_ALTITUDE_SHARES = [0.25, 0.5, 0.65, 0.8];
const REFRIGERANT_SHARES = [0.2, 0.5, 0.75, 0.95];
const GAS_SHARE = 0.5;
const SERVICE_MONTHS = [4, 14, 27, 40];
const LEVELS: readonly CertificateLevel[] = ['junior', 'intermediate', 'senior', 'senior'];

const FAMILY_NAMES = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
];
const GIVEN_NAMES = [
  '建国',
  '志强',
  '伟',
  '海涛',
  '晓明',
  '永刚',
  '文博',
  '军',
  '立新',
  '春生',
  '国栋',
  '小龙',
  '振华',
  '磊',
];

/** 120 engineers as of `today`; who they are never changes, dates move along with the day of seeding. */
export function demoEngineers(today: LocalDate): DemoEngineer[] {
  const homes = demoCity().homes(DEMO_ENGINEERS, 'engineers');
  return homes.map((home, index) => demoEngineer(index + 1, home, today));
}

function demoEngineer(number: number, { point: home }: Home, today: LocalDate): DemoEngineer {
  const random = createRandom(`demo:engineer:${number}`);
  const rank = random.weighted(GRADE_WEIGHTS);
  const id = stableId(`demo:engineer:${number}`);
  const territoryId = demoCells().get(cellOf(home))?.territoryId ?? '';
  const skills = skillsFor(random, rank);
  const standing = standingFor(random);
  const engineer: NewEngineerRow = {
    id,
    userId: stableId(`demo:engineer-user:${number}`),
    name: `${pick(FAMILY_NAMES, number * 5)}${pick(GIVEN_NAMES, number * 3 + (number >> 4))}`,
    outletId: outletFor(random, territoryId),
    territoryId,
    home,
    grade: gradeAt(rank),
    ...standing,
    standingReason: null,
    standingBy: null,
    licenceExpiresOn: addMonths(today, random.between(2, 12)),
    joinedOn: addMonths(today, -(at(SERVICE_MONTHS, rank) + random.between(0, 40))),
    leftOn: null,
    shifts: shiftsFor(random, number),
    version: 1,
  };
  const certificates = skills.map((skill) => certificateOf(engineer, number, skill, rank, today));
  return { engineer, certificates, phone: demoEngineerPhone(number) };
}

/** 19900000001 … 19900000120 */
function demoEngineerPhone(number: number): string {
  return `199${String(number).padStart(8, '0')}`;
}

interface Skill {
  readonly code: CertificateCode;
  readonly category: string | null;
}

function skillsFor(random: Random, rank: number): Skill[] {
  const products = new Set<number>(random.next() < AC_SHARE ? [0] : []);
  const [fewest, most] = PRODUCT_COUNTS[rank] ?? PRODUCT_COUNTS[0];
  const count = random.between(fewest, most);
  while (products.size < count) products.add(random.weighted(PRODUCT_WEIGHTS));
  const has = (...wanted: number[]) => wanted.some((product) => products.has(product));
  const special: CertificateCode[] = ['electrician'];
  if (random.next() < at(HIGH_ALTITUDE_SHARES, rank)) special.push('high-altitude');
  if (has(0, 1, 6) && random.next() < at(REFRIGERANT_SHARES, rank)) special.push('refrigerant');
  if (has(3, 5) && random.next() < GAS_SHARE) special.push('gas');
  return [
    ...[...products]
      .sort()
      .map((product) => ({ code: 'product' as const, category: pick(DEMO_CATEGORIES, product) })),
    ...special.map((code) => ({ code, category: null })),
  ];
}

function certificateOf(
  { id: engineerId, joinedOn }: NewEngineerRow,
  number: number,
  { code, category }: Skill,
  rank: number,
  today: LocalDate,
): Certificate & { readonly engineerId: Id } {
  const name = `${number}:${code}:${category ?? ''}`;
  return {
    id: stableId(`demo:certificate:${name}`),
    engineerId,
    code,
    category,
    level: code === 'product' ? at(LEVELS, rank) : null,
    number: `QC-${String(number).padStart(4, '0')}-${category ?? code}`,
    issuedOn: addDays(joinedOn, 14),
    expiresOn: addMonths(today, 3 + (number % 22)),
  };
}

/** Seven in a hundred are an example to others, four are warned. */
function standingFor(random: Random): Pick<NewEngineerRow, 'standing' | 'stars' | 'licencePoints'> {
  const share = random.next();
  if (share < 0.07) return { standing: 'exemplary', stars: 5, licencePoints: 12 };
  if (share < 0.11) return { standing: 'warning', stars: 2, licencePoints: random.between(2, 6) };
  return { standing: 'normal', stars: random.between(3, 4), licencePoints: random.between(8, 12) };
}

/** Six days a week, the free day going round; mostly eight to six, some late, some mornings only. */
function shiftsFor(random: Random, number: number): ShiftPlan {
  const share = random.next();
  const lunch = { fromMinute: 690, toMinute: 810, seconds: random.next() < 0.7 ? 2700 : 3600 };
  const hours: ShiftHours =
    share < 0.86
      ? { startMinute: 480, endMinute: 1080, breaks: [lunch] }
      : share < 0.94
        ? { startMinute: 540, endMinute: 1200, breaks: [lunch] }
        : { startMinute: 480, endMinute: 780, breaks: [] };
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday !== (number % 7) + 1);
  return { week: weekdays.map((weekday) => ({ weekday, hours })), exceptions: [] };
}

function outletFor(random: Random, territoryId: Id): Id {
  const near = DEMO_OUTLETS.filter(({ territoryIds }) => territoryIds.includes(territoryId));
  return pick(near, Math.floor(random.next() * near.length)).id;
}

function gradeAt(rank: number): Grade {
  return at(GRADES.slice(1), rank);
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`nothing at ${index} of ${list.length}`);
  return value;
}

function pick<T>(list: readonly T[], index: number): T {
  return at(list, index % list.length);
}
