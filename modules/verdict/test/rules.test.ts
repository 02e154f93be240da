import { createHmac } from 'node:crypto';
import { DAY, newId, parseInstant, toRfc3339 } from '@firstfix/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashCode, isSameHash, newCompletionCode } from '../src/adapters/completion-code.ts';
import { limitsOf } from '../src/complaint.ts';
import { changeRating, giveRating, neutralRating, wordsOf } from '../src/rating.ts';
import { isPublicHoliday, WORKING_CALENDAR } from '../src/working-calendar.ts';

const work = {
  workOrderId: newId(),
  customerId: newId(),
  engineerId: newId(),
  outletId: newId(),
  territoryId: newId(),
};
const T = parseInstant('2026-03-10T02:00:00.000Z');
const five = wordsOf({ stars: 5 });

describe('completion codes', () => {
  it('are six digits, kept as a hash of this order’s code', () => {
    const keyed = (purpose: string, text: string) =>
      createHmac('sha256', 'key').update(`${purpose}|${text}`).digest();
    const code = newCompletionCode();
    expect(code).toMatch(/^\d{6}$/);
    const kept = hashCode(keyed, work.workOrderId, code);
    expect(isSameHash(kept, hashCode(keyed, work.workOrderId, code))).toBe(true);
    const next = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(isSameHash(kept, hashCode(keyed, work.workOrderId, next))).toBe(false);
    expect(isSameHash(kept, hashCode(keyed, newId(), code))).toBe(false);
  });
});

describe('a rating', () => {
  it('changes for seven days to the millisecond', () => {
    const given = giveRating(undefined, work, five, T);
    expect(changeRating(given, wordsOf({ stars: 1 }), T + 7 * DAY)).toMatchObject({
      stars: 1,
      revision: 2,
      ratedAt: T,
    });
    expect(() => changeRating(given, five, T + 7 * DAY + 1)).toThrow('verdict.rating_closed {"days":7}');
    expect(() => giveRating(given, work, five, T + 1)).toThrow('already_rated');
  });

  it('counts what was said, the last word holding', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 7 * DAY }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let rating = giveRating(undefined, work, five, T);
        for (const [stars, after] of changes) rating = changeRating(rating, wordsOf({ stars }), T + after);
        expect(rating).toMatchObject({
          stars: changes.at(-1)?.[0] ?? 5,
          revision: changes.length + 1,
          ratedAt: T,
        });
      }),
    );
  });

  it('takes the place of the neutral verdict for fifteen days', () => {
    const neutral = neutralRating(work, T);
    expect(neutral).toMatchObject({ neutral: true, stars: null, revision: 1 });
    expect(giveRating(neutral, work, five, T + 15 * DAY)).toMatchObject({
      neutral: false,
      stars: 5,
      revision: 2,
    });
    expect(() => giveRating(neutral, work, five, T + 15 * DAY + 1)).toThrow(
      'rating_closed/neutral {"days":15}',
    );
    expect(() => changeRating(neutral, five, T)).toThrow('not_rated');
  });
});

describe('a complaint', () => {
  it.each([
    ['on a Tuesday morning', '2026-03-10T02:00:00.000Z', '2026-03-10T04:00:00.000Z'],
    ['late on Friday', '2026-03-13T08:30:00.000Z', '2026-03-16T01:30:00.000Z'],
    ['the evening before the spring festival', '2026-02-14T10:00:00.000Z', '2026-02-24T02:30:00.000Z'],
  ])('%s is answered within two working hours', (_, openedAt, answerDueAt) => {
    const limits = limitsOf({ openedAt: parseInstant(openedAt), severity: 'severe' }, WORKING_CALENDAR);
    expect(toRfc3339(limits.answerDueAt)).toBe(answerDueAt);
    expect(limits.closeDueAt - parseInstant(openedAt)).toBe(DAY);
    expect(limits.latestAt - parseInstant(openedAt)).toBe(7 * DAY);
  });

  it('knows the holidays and the Saturdays worked for them', () => {
    expect(isPublicHoliday('2026-10-01')).toBe(true);
    expect(isPublicHoliday('2026-02-14')).toBe(false);
    expect(isPublicHoliday('2026-11-21')).toBe(false);
  });
});
