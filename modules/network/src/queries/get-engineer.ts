import { notFound } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { at, type Caller } from '@firstfix/platform';
import { mustSeeEngineer } from '../policy.ts';
import { presentEngineerDetail, presentOutlet, presentTerritory } from '../present.ts';
import { toAbsence } from '../store/absence-store.ts';
import { selectEngineers, toEngineer } from '../store/engineer-store.ts';
import type { NetworkDb } from '../store/territory-store.ts';
import { getOutlet } from './list-outlets.ts';
import type { Reference } from './reference.ts';

/** One engineer with certificates, shifts and the absences not over by `now`. */
export async function getEngineer(
  db: NetworkDb,
  reference: Reference,
  { caller, now }: { readonly caller: Caller; readonly now: number },
  id: Id,
) {
  const [row, absences] = await Promise.all([
    selectEngineers(db).where('e.id', '=', id).executeTakeFirst(),
    db
      .selectFrom('network.absence')
      .selectAll()
      .where('engineer_id', '=', id)
      .where('end_at', '>', at(now))
      .orderBy('start_at')
      .limit(200)
      .execute(),
  ]);
  if (!row) throw notFound('engineer', id);
  const engineer = toEngineer(row);
  mustSeeEngineer(caller, engineer);
  return presentEngineerDetail(
    engineer,
    absences.map(toAbsence),
    await reference.today(engineer.territoryId),
  );
}

/** What an engineer's app opens with. 404 for an account that is no engineer's. */
export async function getMyProfile(
  db: NetworkDb,
  reference: Reference,
  asked: { readonly caller: Caller; readonly now: number },
) {
  const engineer = await getEngineer(db, reference, asked, asked.caller.ownId ?? asked.caller.userId);
  const [outlet, territory] = await Promise.all([
    getOutlet(db, { ...asked.caller, outletId: engineer.outletId }, engineer.outletId),
    reference.getTerritory(engineer.territoryId),
  ]);
  return { engineer, outlet: presentOutlet(outlet), territory: presentTerritory(territory) };
}
