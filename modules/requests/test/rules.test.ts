import { REQUEST_ACTIONS, REQUEST_STATES } from '@firstfix/contract/requests/states';
import { DAY } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicatesSince, suspectedDuplicates } from '../src/duplicates.ts';
import { speaksOfHazard } from '../src/hazard.ts';
import { PRIORITIES, priorityOf } from '../src/priority.ts';
import type { ServiceRequest } from '../src/service-request.ts';
import { mustAllow } from '../src/service-request.ts';
import { triage } from '../src/triage.ts';

const LIMITS = {
  urgentSeconds: 7200,
  firstTierSeconds: 43_200,
  secondTierSeconds: 64_800,
  thirdTierSeconds: 86_400,
  triageSeconds: 1800,
  callBackSeconds: 1800,
};
const NORM = { difficulty: 2, standardSeconds: 2700, limitSeconds: 3600, skills: ['prod:fridge'] };
const FACTS = {
  workType: 'repair',
  category: 'fridge',
  symptomCode: null,
  norm: NORM,
  cover: 'in_warranty',
  probablePriceFen: 7000,
  hazard: false,
  urgent: false,
  vip: false,
  marketTier: 1,
} as const;

describe('words of danger', () => {
  it.each([
    ['洗衣机漏电，手麻了', true],
    ['热水器冒烟', true],
    ['厨房有燃气的味道', true],
    ['燃气热水器不出热水', false],
    ['燃气灶打不着火', false],
    ['燃气热水器漏气味很大', true],
    ['There is smoke coming out of the dryer', true],
    ['I got an electric shock', true],
    ['gas smell near the hob', true],
    ['gas water heater does not heat', false],
    ['冰箱不制冷', false],
    ['gasket worn out', false],
  ])('%s → %s', (words, hazard) => {
    expect(speaksOfHazard(words)).toBe(hazard);
  });
});

describe('priority', () => {
  const facts = fc.record({
    hazard: fc.boolean(),
    vip: fc.boolean(),
    urgent: fc.boolean(),
    workType: fc.constantFrom('repair', 'install', 'clean', 'appraise', 'survey'),
    category: fc.constantFrom('fridge', 'ac', 'tv', 'waterheater'),
  });

  it('puts danger before everybody, and everybody in their order', () => {
    expect(PRIORITIES.map(({ priority }) => priority)).toEqual([95, 90, 70, 60, 50, 45, 35, 30]);
    expect(priorityOf({ ...FACTS, hazard: true, vip: true })).toBe(95);
    expect(priorityOf({ ...FACTS, vip: true })).toBe(90);
    expect(priorityOf(FACTS)).toBe(70);
    expect(priorityOf({ ...FACTS, category: 'tv' })).toBe(50);
    expect(priorityOf({ ...FACTS, category: 'tv', workType: 'install' })).toBe(45);
  });

  it('never falls when danger, VIP or urgency is added', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('hazard', 'vip', 'urgent'), (one, more) => {
        expect(priorityOf({ ...one, [more]: true })).toBeGreaterThanOrEqual(priorityOf(one));
      }),
    );
  });
});

describe('triage', () => {
  it.each([
    [1, false, false, 43_200],
    [2, false, false, 64_800],
    [3, false, false, 86_400],
    [3, true, false, 7200],
    [3, false, true, 7200],
  ] as const)('tier %s, hazard %s, urgent %s: %s seconds', (marketTier, hazard, urgent, seconds) => {
    expect(triage({ ...FACTS, marketTier, hazard, urgent }, LIMITS).responseSeconds).toBe(seconds);
  });

  it('names a price only to whom it would cost something', () => {
    expect(triage(FACTS, LIMITS).probablePriceFen).toBeNull();
    expect(triage({ ...FACTS, cover: 'out_of_warranty' }, LIMITS).probablePriceFen).toBe(7000);
  });
});

describe('duplicates', () => {
  it('are suspected within 30 days and one category', () => {
    expect(duplicatesSince(31 * DAY)).toBe(DAY);
    const earlier = [
      { id: 'a', categories: ['fridge', 'tv'] },
      { id: 'b', categories: ['ac'] },
    ];
    expect(suspectedDuplicates(earlier, ['tv'])).toEqual(['a']);
    expect(suspectedDuplicates(earlier, ['washer'])).toEqual([]);
  });
});

describe('a request', () => {
  it('allows an action exactly in its states', () => {
    for (const [action, { from }] of Object.entries(REQUEST_ACTIONS)) {
      for (const state of REQUEST_STATES) {
        const attempt = () =>
          mustAllow({ state, number: 'R1' } as ServiceRequest, action as keyof typeof REQUEST_ACTIONS);
        if ((from as readonly string[]).includes(state)) expect(attempt).not.toThrow();
        else expect(attempt).toThrow('requests.illegal_action {"number":"R1"');
      }
    }
  });
});
