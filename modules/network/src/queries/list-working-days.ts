import type { QueryOf } from '@firstfix/contract';
import type { listWorkingDays as endpoint } from '@firstfix/contract/network/endpoints';
import { invalidField } from '@firstfix/contract/refusal';
import { addDays } from '@firstfix/kernel/zone';
import type { Caller } from '@firstfix/platform';
import { mustSeeTerritory, seesEngineer } from '../policy.ts';
import { presentWorkingDay } from '../present.ts';
import type { Reference } from './reference.ts';

const LONGEST_DAYS = 31;

/** The working days of those engineers of a territory whom the caller sees. */
export async function listWorkingDays(reference: Reference, caller: Caller, query: QueryOf<typeof endpoint>) {
  const { territoryId, from, to } = query;
  mustSeeTerritory(caller, territoryId);
  if (to < from || to >= addDays(from, LONGEST_DAYS)) {
    throw invalidField('/to', 'range', { from, days: LONGEST_DAYS });
  }
  await reference.getTerritory(territoryId);
  const [days, team] = await Promise.all([
    reference.workingDays(territoryId, from, to),
    reference.listEngineers(territoryId, from),
  ]);
  const seen = new Set(team.filter((one) => seesEngineer(caller, one)).map(({ id }) => id));
  return { items: days.filter(({ engineerId }) => seen.has(engineerId)).map(presentWorkingDay) };
}
