import type { Id, Instant, Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Caller, ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { networkChecks } from './checks.ts';
import { gradeLadder } from './grade-ladder.ts';
import { createEngineer, type NewEngineer } from './operations/create-engineer.ts';
import { createOutlet, type NewOutlet } from './operations/create-outlet.ts';
import { defineCity, defineRegion, defineTerritory, type NewTerritory } from './operations/define-places.ts';
import type { HashPhone } from './phone-hash.ts';
import { findByPhone } from './queries/find-by-phone.ts';
import { Reference } from './queries/reference.ts';
import { networkRoutes } from './routes.ts';
import { seedDemoNetwork } from './seeds/seed-demo-network.ts';
import type { DB } from './tables.ts';

export type Network = ReturnType<typeof createNetwork>;

/** Territories, outlets, engineers, stations: the module's parts for the server, its answers for the modules above. */
export function createNetwork(runtime: Runtime, { hashPhone }: { readonly hashPhone: HashPhone }) {
  const db = runtime.database.kysely<DB>();
  const reference = new Reference(runtime);
  runtime.policies.declare(gradeLadder);
  const parts: ModuleParts = {
    name: 'network',
    routes: networkRoutes({ db, reference, policies: runtime.policies, hashPhone }),
    reactions: [],
    tasks: [],
    subjects: { outlet: async (caller, id) => caller.outletId === id && caller.role === 'outlet_owner' },
    checks: networkChecks,
  };
  /** Writes through the face are seen at once as well. */
  function forgetAfter(tx: Tx): void {
    tx.afterCommit(() => reference.clear());
  }
  return {
    parts,
    /** The territory that serves a point; `undefined` where nobody does. */
    territoryAt: (point: Point) => reference.territoryAt(point),
    findTerritory: (id: Id) => reference.findTerritory(id),
    getTerritory: (id: Id) => reference.getTerritory(id),
    findOutlet: (id: Id) => reference.findOutlet(id),
    /** Skills are those of `on`, by default today in the engineer's territory. */
    findEngineer: (id: Id, on?: LocalDate) => reference.findEngineer(id, on),
    listEngineers: (territoryId: Id, on?: LocalDate) => reference.listEngineers(territoryId, on),
    /** Both lists stay the same object as long as nothing new is known: what follows from them may be kept with them. */
    workingDaysOn: (territoryId: Id, date: LocalDate) => reference.workingDaysOn(territoryId, date),
    workingDays: (territoryId: Id, from: LocalDate, to: LocalDate) =>
      reference.workingDays(territoryId, from, to),
    /** The date in the territory's zone. */
    today: (territoryId: Id) => reference.today(territoryId),
    /** For signing in by code; knows engineers only. */
    findPersonByPhone: async (phone: string, role: 'customer' | 'engineer') =>
      role === 'engineer' ? findByPhone(db, reference, hashPhone, phone) : undefined,
    defineRegion,
    defineCity,
    defineTerritory: (tx: Tx, territory: NewTerritory) => {
      forgetAfter(tx);
      return defineTerritory(tx, territory);
    },
    createOutlet: (tx: Tx, outlet: NewOutlet) => {
      forgetAfter(tx);
      return createOutlet(tx, outlet);
    },
    createEngineer: (tx: Tx, caller: Caller, engineer: NewEngineer) => {
      forgetAfter(tx);
      return createEngineer(tx, caller, engineer, hashPhone);
    },
    /** The demo city: idempotent, the same on every installation. */
    seedDemoNetwork: (tx: Tx, { now }: { readonly now: Instant }) => {
      forgetAfter(tx);
      return seedDemoNetwork(tx, { now, hashPhone });
    },
  };
}
