import type { Appliance } from '@firstfix/appliances';
import { type Instant, MINUTE } from '@firstfix/kernel';
import { createRandom, type Random } from '@firstfix/kernel/random';
import { addDays, DEFAULT_ZONE, instantAt, localDateOf } from '@firstfix/kernel/zone';
import type { Territory } from '@firstfix/network';
import type { Modules } from '../../modules.ts';
import { ANY_FAULT, FAULT_WORDS, OTHER_WORK } from './past-words.ts';

type PastCall = Parameters<Modules['requests']['understandPastCall']>[0];

/** A home with what stands in it. */
export interface PastHome {
  readonly customerId: PastCall['customerId'];
  readonly householdId: PastCall['householdId'];
  readonly place: PastCall['place'];
  readonly territory: Territory;
  readonly appliances: readonly Appliance[];
}

export const PAST_DAYS = 14;
const CALLS_A_DAY = 230;
const OPENS = 7 * 60 + 30;
const CLOSES = 21 * 60;
const CHANNELS = ['phone', 'web', 'shop', 'partner'] as const;
const CHANNEL_WEIGHTS = [55, 35, 6, 4];

/** The calls of two weeks and of this morning, oldest first; nobody calls twice. */
export function pastCalls(homes: readonly PastHome[], now: Instant): PastCall[] {
  const random = createRandom('demo:calls');
  const callers = homes.filter(({ appliances }) => appliances.length > 0);
  const today = localDateOf(now, DEFAULT_ZONE);
  const times = Array.from({ length: PAST_DAYS + 1 }, (_, day) => addDays(today, day - PAST_DAYS)).flatMap(
    (date) =>
      Array.from(
        { length: CALLS_A_DAY },
        () => instantAt(date, OPENS, DEFAULT_ZONE) + Math.floor(random.next() * (CLOSES - OPENS)) * MINUTE,
      ),
  );
  const heard = times.filter((at) => at < now - 3 * MINUTE).sort((a, b) => a - b);
  return heard.map((at, index) => callOf(callers, index, at, now, random));
}

/** Every seventh home in turn, so that callers live all over the city. */
const STRIDE = 7;

function callOf(
  callers: readonly PastHome[],
  index: number,
  at: Instant,
  now: Instant,
  random: Random,
): PastCall {
  const home = callers[(index * STRIDE) % callers.length];
  if (!home) throw new RangeError('nobody lives in the demo city');
  const { appliances, ...place } = home;
  const appliance = random.pick(appliances);
  const other = random.chance(0.14) ? random.pick(OTHER_WORK) : undefined;
  const words = other?.words ?? random.pick(FAULT_WORDS[appliance.category] ?? ANY_FAULT);
  return {
    ...place,
    at,
    appliance,
    channel: CHANNELS[random.weighted(CHANNEL_WEIGHTS)] ?? 'phone',
    workType: other?.workType ?? 'repair',
    words,
    urgent: random.chance(0.05),
    became: becameOf(now - at, other !== undefined, random),
  };
}

/** Of the last calls some still wait for an agent or for being called back. */
function becameOf(ago: number, other: boolean, random: Random): PastCall['became'] {
  if (ago < 15 * MINUTE) return random.chance(0.5) ? 'waiting' : 'triaged';
  return ago < 40 * MINUTE && !other && random.chance(0.2) ? 'advised' : 'triaged';
}
