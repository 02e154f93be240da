import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, findBrokenRule } from '../src/eligibility.ts';
import { changeStanding, type EngineerRecord } from '../src/engineer.ts';
import { gradeLadder, missingForGrade } from '../src/grade-ladder.ts';
import { checkShiftPlan } from '../src/shift-plan.ts';
import { type Certificate, gradeRank, skillsOf } from '../src/skills.ts';

const GRADES = ['D', 'C', 'B', 'A', 'A+'] as const;
const ON = '2026-11-23';

function certificate(changes: Partial<Certificate>): Certificate {
  return {
    id: 'c',
    code: 'product',
    category: 'fridge',
    level: 'senior',
    number: '1',
    issuedOn: '2024-01-01',
    expiresOn: '2027-01-01',
    ...changes,
  };
}

const GAS = certificate({ code: 'gas', category: null, level: null });

const ABLE: Candidate = {
  grade: 'A',
  standing: 'normal',
  licencePoints: 12,
  licenceExpiresOn: ON,
  leftOn: null,
  outletStatus: 'active',
  certificates: [certificate({}), GAS],
};

const WORK = { category: 'fridge', difficulty: 3, skills: ['grade:A', 'prod:fridge', 'cert:gas'] };

describe('eligibility', () => {
  it.each([
    [{}, {}, undefined],
    [{ leftOn: ON }, {}, 'employed'],
    [{ leftOn: '2026-11-24' }, {}, undefined],
    [{ standing: 'suspended' }, {}, 'standing'],
    [{ standing: 'revoked' }, {}, 'standing'],
    [{ standing: 'warning' }, {}, undefined],
    [{ licencePoints: 0 }, {}, 'licence'],
    [{ licenceExpiresOn: '2026-11-22' }, {}, 'licence'],
    [{ outletStatus: 'rectifying' }, {}, 'outlet'],
    [{ outletStatus: 'terminated' }, {}, 'outlet'],
    [{ grade: 'B' }, {}, 'grade'],
    [{ grade: 'D' }, { difficulty: 1, skills: [] }, 'grade'],
    [{}, { difficulty: 4 }, 'grade'],
    [{}, { category: 'tv' }, 'category'],
    [{ certificates: [certificate({ expiresOn: '2026-11-22' }), GAS] }, {}, 'category'],
    [{ certificates: [certificate({ expiresOn: ON }), GAS] }, {}, undefined],
    [{ certificates: [certificate({})] }, {}, 'certificate'],
    [{ certificates: [certificate({}), { ...GAS, expiresOn: '2026-01-01' }] }, {}, 'certificate'],
    [{ standing: 'suspended', grade: 'C' }, {}, 'standing'],
  ] as const)('%j for %j breaks %s', (engineer, work, rule) => {
    const broken = findBrokenRule({ ...ABLE, ...engineer }, { ...WORK, ...work }, ON);
    expect(broken?.rule).toBe(rule);
    expect(broken === undefined || broken.words.length > 10).toBe(true);
  });

  it('says when a certificate ran out', () => {
    const expired = { ...ABLE, certificates: [certificate({ expiresOn: '2026-10-01' })] };
    expect(findBrokenRule(expired, WORK, ON)?.words).toContain('2026-10-01');
  });
});

describe('skills', () => {
  it('hold the grade and every lower one, and what is certified on the day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRADES), fc.boolean(), (grade, late) => {
        const skills = skillsOf(grade, [certificate({}), GAS], late ? '2028-01-01' : ON);
        expect(skills.filter((skill) => skill.startsWith('grade:'))).toHaveLength(gradeRank(grade));
        expect(skills.includes('prod:fridge')).toBe(!late);
        expect(skills.includes('cert:gas')).toBe(!late);
      }),
    );
  });
});

describe('the grade ladder', () => {
  const ladder = gradeLadder.standard;
  const at = (grade: (typeof GRADES)[number], joinedOn: string, level: Certificate['level']) => ({
    grade,
    joinedOn,
    certificates: [certificate({ level })],
  });

  it.each([
    ['C', at('D', ON, 'junior'), true],
    ['B', at('C', '2025-11-23', 'intermediate'), true],
    ['B', at('C', '2025-11-24', 'intermediate'), false],
    ['B', at('C', '2020-01-01', 'junior'), false],
    ['A', at('B', '2024-11-23', 'senior'), true],
    ['A', at('B', '2024-11-23', 'intermediate'), false],
    ['A+', at('A', '2023-11-23', 'senior'), true],
    ['A+', at('A', '2024-11-23', 'senior'), false],
    ['C', at('A+', ON, 'junior'), true],
  ] as const)('to %s from %j: %s', (grade, engineer, earned) => {
    expect(missingForGrade(ladder, engineer, grade, ON) === undefined).toBe(earned);
  });
});

describe('standing', () => {
  const engineer: EngineerRecord = {
    ...ABLE,
    id: 'e',
    userId: 'u',
    name: 'n',
    outletId: 'o',
    territoryId: 't',
    home: { lat: 0, lng: 0 },
    standingReason: null,
    standingBy: null,
    stars: 3,
    licenceNumber: 'SL1',
    joinedOn: ON,
    shifts: { week: [], exceptions: [] },
    version: 1,
  };

  it('is revoked by a second person only, and comes back with full points', () => {
    const suspended = changeStanding({ ...engineer, licencePoints: 0 }, 'suspended', 'no points', 'first');
    expect(() => changeStanding(suspended, 'revoked', 'r', 'first')).toThrowError(
      'network.second_signature_needed',
    );
    const revoked = changeStanding(suspended, 'revoked', 'r', 'second');
    expect(changeStanding(revoked, 'normal', 'retrained', 'first').licencePoints).toBe(12);
    expect(() => changeStanding(engineer, 'revoked', 'r', 'second')).toThrowError('network.illegal_standing');
  });
});

describe('shift plans', () => {
  const hours = { startMinute: 480, endMinute: 1080, breaks: [] };
  const night = { startMinute: 1320, endMinute: 1920, breaks: [] };
  it.each([
    ['turned round', { week: [{ weekday: 1, hours: { ...hours, endMinute: 480 } }], exceptions: [] }],
    ['too long', { week: [{ weekday: 1, hours: { ...hours, endMinute: 1500 } }], exceptions: [] }],
    [
      'twice',
      {
        week: [
          { weekday: 1, hours },
          { weekday: 1, hours },
        ],
        exceptions: [],
      },
    ],
    [
      'into the next day',
      {
        week: [
          { weekday: 7, hours: night },
          { weekday: 1, hours: { ...hours, startMinute: 470 } },
        ],
        exceptions: [],
      },
    ],
    [
      'into an exception',
      {
        week: [{ weekday: 1, hours: night }],
        exceptions: [{ date: '2026-11-24', hours: { ...hours, startMinute: 0 } }],
      },
    ],
    [
      'break outside',
      {
        week: [
          { weekday: 1, hours: { ...hours, breaks: [{ fromMinute: 400, toMinute: 500, seconds: 600 }] } },
        ],
        exceptions: [],
      },
    ],
  ])('%s are refused', (_, plan) => {
    expect(() => checkShiftPlan(plan)).toThrowError();
  });

  it('with a night that ends as the day begins are fine', () => {
    checkShiftPlan({
      week: [
        { weekday: 1, hours: night },
        { weekday: 2, hours },
      ],
      exceptions: [{ date: ON, hours: null }],
    });
  });
});
