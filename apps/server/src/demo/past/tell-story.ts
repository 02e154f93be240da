import { HOUR, type Instant, MINUTE, SECOND } from '@firstfix/kernel';
import type { Random } from '@firstfix/kernel/random';
import { addDays, DEFAULT_ZONE, instantAt, localDateOf } from '@firstfix/kernel/zone';
import type { DatedDeed, PastActor, PastDeed } from '@firstfix/orders';
import type { Planned, Round } from './plan-past.ts';

/** Times of one visit as it went; what lies after now has not happened. */
export interface VisitTimes {
  readonly round: Round;
  readonly departedAt: Instant;
  readonly arrivedAt: Instant;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  readonly reason: 'customer_absent' | 'part_missing' | 'quote_refused' | undefined;
  readonly quote:
    | { readonly givenAt: Instant; readonly decidedAt: Instant; readonly approved: boolean }
    | undefined;
}

/** How an order went, to be cut off at the present. */
export interface Story {
  readonly planned: Planned;
  readonly visits: readonly VisitTimes[];
  readonly cancelledAt: Instant | undefined;
  /** The work was done, or the customer refused the price. */
  readonly completedAt: Instant | undefined;
  readonly confirmedAt: Instant | undefined;
  readonly confirmedBy: 'completion_code' | 'customer' | 'follow_up';
  readonly urgedAt: Instant | undefined;
}

/** Who does what in the demo. */
export interface Cast {
  readonly agent: PastActor;
  readonly dispatcher: PastActor;
}

/** Verdicts come for three days after the work. */
export const FOLLOW_UP_LASTS = 72 * HOUR;
const REFUSES_PRICE = 0.06;
const CANCELS = 0.04;

/** Lets an order's visits happen, one engineer's after the other: `freeAt` is when each is done with the visit before. */
export function tellStory(planned: Planned, freeAt: Map<string, Instant>, random: Random): Story {
  const [first] = planned.rounds;
  const cancelledAt =
    first?.appointment && random.chance(CANCELS)
      ? Math.max(
          planned.calledAt + 20 * MINUTE,
          first.appointment.planned.start - random.between(2, 9) * HOUR,
        )
      : undefined;
  const visits = cancelledAt === undefined ? visitsOf(planned, freeAt, random) : [];
  const last = visits.at(-1);
  const done = last && (last.reason === undefined || last.reason === 'quote_refused');
  const completedAt = done ? last.endedAt : undefined;
  const confirmation = completedAt === undefined ? undefined : confirmationOf(completedAt, random);
  const late = last !== undefined && last.arrivedAt > last.round.window.end + 10 * MINUTE;
  return {
    planned,
    visits,
    cancelledAt,
    completedAt,
    confirmedAt: confirmation?.at,
    confirmedBy: confirmation?.by ?? 'follow_up',
    urgedAt: late && random.chance(0.5) ? last.round.window.end + random.between(5, 9) * MINUTE : undefined,
  };
}

function confirmationOf(completedAt: Instant, random: Random) {
  const share = random.next();
  if (share < 0.72) return { at: completedAt + 2 * MINUTE, by: 'completion_code' as const };
  const later = completedAt + random.between(1, 30) * HOUR;
  if (share < 0.88) return { at: later, by: 'customer' as const };
  return { at: completedAt + FOLLOW_UP_LASTS, by: 'follow_up' as const };
}

function visitsOf({ order, rounds }: Planned, freeAt: Map<string, Instant>, random: Random): VisitTimes[] {
  return rounds.flatMap((round) => {
    const { appointment } = round;
    if (!appointment) return [];
    const { engineer, planned, travelSeconds } = appointment;
    const key = `${engineer.id} ${round.date}`;
    const delay = random.chance(0.05) ? random.between(25, 80) * MINUTE : 0;
    const ready = Math.max(planned.start - travelSeconds * SECOND, freeAt.get(key) ?? 0);
    const departedAt = ready + random.between(1, 5) * MINUTE;
    const arrivedAt = departedAt + Math.round(travelSeconds * (0.8 + 0.6 * random.next())) * SECOND + delay;
    const work = order.work.standardSeconds * (0.7 + 0.5 * random.next()) * (random.chance(0.06) ? 1.7 : 1);
    const chargeable = order.work.cover === 'out_of_warranty' && round.fails === undefined;
    const approved = !random.chance(REFUSES_PRICE);
    const quote = chargeable
      ? { givenAt: arrivedAt + 8 * MINUTE, decidedAt: arrivedAt + 11 * MINUTE, approved }
      : undefined;
    const reason = round.fails ?? (quote && !approved ? ('quote_refused' as const) : undefined);
    const beganAt = arrivedAt + 12 * MINUTE;
    const endedAt = reason
      ? arrivedAt + 14 * MINUTE
      : Math.max(beganAt + 8 * MINUTE, arrivedAt + Math.round(work) * SECOND);
    freeAt.set(key, endedAt + 3 * MINUTE);
    return [{ round, departedAt, arrivedAt, beganAt, endedAt, reason, quote }];
  });
}

/** How it ended once the work was done. */
export interface Ending {
  readonly confirmation: { readonly at: Instant; readonly by: Story['confirmedBy'] };
  readonly closedAt: Instant;
}

/** Everything that was done to the order until now, oldest first. */
export function deedsOf(story: Story, cast: Cast, now: Instant, end: Ending | undefined): DatedDeed[] {
  const { planned, visits, cancelledAt, urgedAt } = story;
  const deeds: DatedDeed[] = [];
  const add = (at: Instant | undefined, actor: PastActor, deed: PastDeed) => {
    const over = cancelledAt !== undefined && at !== undefined && at > cancelledAt;
    if (at !== undefined && at <= now && !over) deeds.push({ ...deed, at, actor });
  };
  const customer = { id: planned.order.customerId, role: 'customer' };
  for (const [index, round] of planned.rounds.entries()) {
    const before = visits[index - 1];
    if (index > 0 && !before) break;
    const promisedAt = before ? before.endedAt + 40 * MINUTE : planned.calledAt + 2 * MINUTE;
    add(promisedAt, cast.agent, { does: 'promise', window: round.window });
    addVisit(add, cast, promisedAt, round, visits[index]);
  }
  add(cancelledAt, customer, { does: 'cancel', reason: 'customer_changed_mind' });
  add(urgedAt, customer, { does: 'urge' });
  const done = visits.at(-1)?.round.appointment?.engineer;
  if (!end) return deeds.sort((a, b) => a.at - b.at);
  const { by } = end.confirmation;
  const confirmer =
    by === 'completion_code' && done
      ? { id: done.userId, role: 'engineer' }
      : by === 'customer'
        ? customer
        : SYSTEM;
  add(end.confirmation.at, confirmer, { does: 'confirm', by });
  add(end.closedAt, SYSTEM, { does: 'close' });
  return deeds.sort((a, b) => a.at - b.at);
}

const SYSTEM: PastActor = { id: null, role: 'system' };
type Add = (at: Instant | undefined, actor: PastActor, deed: PastDeed) => void;

function addVisit(
  add: Add,
  cast: Cast,
  promisedAt: Instant,
  round: Round,
  times: VisitTimes | undefined,
): void {
  const { appointment, visitId } = round;
  if (!appointment) return;
  const { engineer, planned } = appointment;
  const assignedAt = Math.max(promisedAt + 3 * MINUTE, plannedAt(promisedAt, planned.start));
  const how = localDateOf(promisedAt, DEFAULT_ZONE) === round.date ? 'manual' : 'planned';
  const visit = { visitId, engineerId: engineer.id, outletId: engineer.outletId, planned, how };
  add(assignedAt, cast.dispatcher, { does: 'assign', visit });
  if (!times) return;
  const actor = { id: engineer.userId, role: 'engineer' };
  add(Math.min(assignedAt + 25 * MINUTE, times.departedAt - 1), actor, { does: 'accept' });
  add(times.departedAt, actor, { does: 'depart' });
  add(times.arrivedAt, actor, { does: 'arrive' });
  if (times.quote)
    add(times.quote.givenAt, actor, {
      does: 'note',
      fact: { kind: 'quote_given', facts: { quoteVersion: 1 } },
    });
  if (times.reason === undefined) {
    add(times.beganAt, actor, { does: 'begin' });
    add(times.endedAt, actor, { does: 'finish' });
  } else add(times.endedAt, actor, { does: 'endUnfinished', reason: times.reason });
}

/** Tomorrow's visits are planned in the evening, today's at once. */
function plannedAt(promisedAt: Instant, start: Instant): Instant {
  const evening = instantAt(addDays(localDateOf(start, DEFAULT_ZONE), -1), 20 * 60 + 15, DEFAULT_ZONE);
  return Math.max(promisedAt, evening);
}
