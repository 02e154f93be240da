import { placeOn, type Route } from '@firstfix/city';
import { sendPositions } from '@firstfix/contract/fieldwork/endpoints';
import type { TimedPosition } from '@firstfix/contract/fieldwork/positions';
import { SECOND, toRfc3339 } from '@firstfix/kernel';
import type { Phone } from '../life/phone.ts';
import type { Town } from './town.ts';

/** Some 250 m in a city. */
const LOOKS_EVERY = 30 * SECOND;
/** Told together, as a phone does with a poor network. */
const BATCH = 2;
const ACCURACY_METRES = 12;

/** Drives a way within so many milliseconds of business time, the phone telling where. */
export async function drive(town: Town, phone: Phone, route: Route, milliseconds: number): Promise<void> {
  const { clock } = phone.stage;
  const began = clock.now();
  const usual = (route.seconds.at(-1) ?? 0) * SECOND;
  const seen: TimedPosition[] = [];
  for (let next = began + LOOKS_EVERY; next < began + milliseconds; next += LOOKS_EVERY) {
    await clock.reach(next);
    const now = clock.now();
    const share = Math.min(1, (now - began) / milliseconds);
    const point = placeOn(route, (share * usual) / SECOND);
    seen.push({ at: toRfc3339(now), point, accuracyMetres: ACCURACY_METRES });
    if (seen.length >= BATCH) await tell(town, phone, seen.splice(0));
  }
  await clock.reach(began + milliseconds);
}

async function tell(town: Town, { engineer, visitId }: Phone, positions: TimedPosition[]): Promise<void> {
  await town.attempt('told the way', () =>
    engineer.connection.call(sendPositions, { params: { id: visitId }, body: { positions } }),
  );
}
