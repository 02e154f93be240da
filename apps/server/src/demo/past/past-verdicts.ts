import { HOUR, type Id, type Instant, MINUTE } from '@firstfix/kernel';
import type { Random } from '@firstfix/kernel/random';
import type { Modules } from '../../modules.ts';
import {
  COMPLAINT_ANSWER,
  COMPLAINT_JUDGEMENT,
  COMPLAINT_WORDS,
  FOLLOW_UP_NOTE,
  RATING_WORDS,
  tagsFor,
} from './past-words.ts';
import { FOLLOW_UP_LASTS, type Story } from './tell-story.ts';

export type PastVerdict = Parameters<Modules['verdict']['seedPastVerdicts']>[1][number];

/** Everything said about an order's work, also what lies in the future. */
export type Said = Omit<PastVerdict, 'order' | 'completionCode' | 'confirmedAt'> & {
  readonly confirmation: Confirmation;
};

interface Confirmation {
  readonly at: Instant;
  readonly by: Story['confirmedBy'];
}

const RATES = 0.66;
const CHANGES_MIND = 0.02;
const COMPLAINS = 0.35;

/** What the customer had to say, by what they lived through; decided before it is cut off at the present. */
export function verdictOn(
  story: Story & { readonly completedAt: Instant },
  missed: boolean,
  staff: { readonly agentId: Id; readonly qualityId: Id },
  random: Random,
): Said {
  const { completedAt, confirmedAt } = story;
  const last = story.visits.at(-1);
  const lateMinutes = last ? Math.max(0, (last.arrivedAt - last.round.window.end) / MINUTE) : 0;
  const stars = starsFor(lateMinutes, missed, story.visits.length > 1, random);
  const rates = random.chance(RATES);
  const ratedAt =
    (confirmedAt ?? completedAt) +
    (random.chance(0.5) ? random.between(2, 40) * MINUTE : random.between(1, 50) * HOUR);
  const inTime = ratedAt < completedAt + FOLLOW_UP_LASTS;
  const body = {
    stars,
    tags: tagsFor(stars, lateMinutes > 10, last?.quote !== undefined),
    words: random.pick(RATING_WORDS[stars] ?? ['']),
  };
  const ratings = rates && inTime ? [{ at: ratedAt, body }] : [];
  if (ratings.length > 0 && stars <= 3 && random.chance(CHANGES_MIND * 10)) {
    ratings.push({ at: ratedAt + random.between(20, 60) * HOUR, body: { ...body, stars: stars + 2 } });
  }
  const askedAt = completedAt + random.between(20, 66) * HOUR;
  const asked =
    ratings.length === 0 && random.chance(0.5)
      ? { at: askedAt, by: staff.agentId, note: FOLLOW_UP_NOTE }
      : undefined;
  const complaint =
    ratings.length > 0 && stars <= 2 && random.chance(COMPLAINS)
      ? complaintAt(ratedAt, stars, staff.qualityId, random)
      : undefined;
  return { completedAt, confirmation: confirmationOf(story, asked?.at), ratings, asked, complaint };
}

/** An agent's call confirms what nobody has confirmed; so does the end of the follow-up. */
function confirmationOf(
  { completedAt, confirmedAt, confirmedBy }: Story & { readonly completedAt: Instant },
  askedAt: Instant | undefined,
): Confirmation {
  const told = { at: confirmedAt ?? completedAt + FOLLOW_UP_LASTS, by: confirmedBy };
  return askedAt !== undefined && askedAt < told.at ? { at: askedAt, by: 'follow_up' } : told;
}

function starsFor(lateMinutes: number, missed: boolean, cameTwice: boolean, random: Random): number {
  const base = [5, 4, 3][random.weighted([74, 22, 4])] ?? 5;
  const late = lateMinutes >= 45 ? 2 : lateMinutes >= 15 ? 1 : 0;
  return Math.max(
    1,
    base -
      late -
      (missed ? 1 : 0) -
      (cameTwice && random.chance(0.5) ? 1 : 0) -
      (random.chance(0.02) ? 3 : 0),
  );
}

function complaintAt(
  ratedAt: Instant,
  stars: number,
  qualityId: Id,
  random: Random,
): NonNullable<Said['complaint']> {
  const at = ratedAt + random.between(5, 90) * MINUTE;
  const judged = {
    at: at + random.between(8, 50) * HOUR,
    liable: 'engineer' as const,
    words: COMPLAINT_JUDGEMENT,
    by: qualityId,
  };
  return {
    at,
    severity: stars === 1 ? 'severe' : 'normal',
    words: random.pick(COMPLAINT_WORDS),
    answered: { at: at + random.between(20, 110) * MINUTE, words: COMPLAINT_ANSWER },
    judged,
    closedAt: judged.at + random.between(1, 10) * HOUR,
  };
}

/** Only what was said until now. */
export function untilNow(
  { confirmation, ...said }: Said,
  now: Instant,
): Omit<PastVerdict, 'order' | 'completionCode'> {
  const { complaint } = said;
  const past = <T extends { readonly at: Instant }>(one: T | undefined) =>
    one && one.at <= now ? one : undefined;
  const closedAt = complaint?.closedAt;
  return {
    ...said,
    confirmedAt: confirmation.by === 'completion_code' && confirmation.at <= now ? confirmation.at : null,
    ratings: said.ratings.filter(({ at }) => at <= now),
    asked: past(said.asked),
    complaint: past(complaint) &&
      complaint && {
        ...complaint,
        answered: past(complaint.answered),
        judged: past(complaint.judged),
        closedAt: closedAt !== undefined && closedAt <= now ? closedAt : undefined,
      },
  };
}

/** When nothing was left to be said: confirmed, rated or neutral, no complaint open. */
export function closedAtOf({ completedAt, confirmation, ratings, complaint }: Said): Instant {
  const judgedAt = ratings[0]?.at ?? completedAt + FOLLOW_UP_LASTS;
  return Math.max(confirmation.at, judgedAt, complaint?.closedAt ?? 0);
}
