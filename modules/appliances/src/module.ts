import type { Catalogue } from '@firstfix/catalogue';
import type { Id, Instant } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import type { Caller, ModuleParts, Runtime, Tx } from '@firstfix/platform';
import type { Appliance } from './appliance.ts';
import { appliancesChecks } from './checks.ts';
import { extendWarranty } from './operations/extend-warranty.ts';
import { recordService } from './operations/record-service.ts';
import { type NewAppliance, registerAppliance } from './operations/register-appliance.ts';
import { isVisible } from './policy.ts';
import { checkSerial } from './queries/check-serial.ts';
import {
  findAllBySerial,
  findAppliance,
  findWithPapers,
  listOfHousehold,
  serviceHistory,
} from './queries/find-appliance.ts';
import { type FaultQuestion, WarrantyDesk } from './queries/warranty-desk.ts';
import { appliancesRoutes } from './routes.ts';
import { seedDemoAppliances, seedPastServices } from './seeds/seed-demo-appliances.ts';
import type { DB } from './tables.ts';

export type Appliances = ReturnType<typeof createAppliances>;

/** What stands in the homes, its history and its guarantees: the module's parts, its verbs for the others. */
export function createAppliances(runtime: Runtime, { catalogue }: { catalogue: Catalogue }) {
  const db = runtime.database.kysely<DB>();
  const desk = new WarrantyDesk(db, catalogue);
  const parts: ModuleParts = {
    name: 'appliances',
    routes: appliancesRoutes(db, catalogue, desk),
    reactions: [],
    tasks: [],
    subjects: {
      appliance: async (caller, id) => {
        const appliance = await findAppliance(db, id);
        return appliance !== undefined && isVisible(asApplianceReader(caller), appliance);
      },
    },
    checks: appliancesChecks,
  };
  const today = () => localDateOf(runtime.clock.now(), DEFAULT_ZONE);
  return {
    parts,
    findAppliance: (id: Id) => findAppliance(db, id),
    /** The appliance with what covers it at a time; `within` a transaction it reads on its connection. */
    async findWithEntitlement(id: Id, at: Instant, within?: Tx) {
      const found = await findWithPapers(within?.tables<DB>() ?? db, id);
      if (!found) return undefined;
      const { appliance, papers } = found;
      const on = localDateOf(at, DEFAULT_ZONE);
      return { appliance, entitlement: await desk.entitlementOf(appliance, on, papers) };
    },
    /** Of several brands' with the same serial number, the first by brand. */
    findBySerial: async (serialNumber: string) => (await findAllBySerial(db, serialNumber))[0],
    listOfHousehold: (householdId: Id) => listOfHousehold(db, householdId),
    serviceHistory: (applianceId: Id) => serviceHistory(db, applianceId),
    checkSerial: (serialNumber: string, modelId: Id | null, householdId: Id | null = null) =>
      checkSerial(db, catalogue, { serialNumber, modelId, householdId, today: today() }),
    /** What law, promise and contract cover at a time, and why. */
    entitlementOf: (appliance: Appliance, at: Instant) =>
      desk.entitlementOf(appliance, localDateOf(at, DEFAULT_ZONE)),
    /** Repair, exchange or refund for a performance fault. */
    consumerOptionsOf: (appliance: Appliance, question: FaultQuestion) => desk.optionsOf(appliance, question),
    /** Verbs that join the caller's transaction. */
    registerAppliance: async (tx: Tx, given: NewAppliance) =>
      (await registerAppliance(tx, catalogue, given)).id,
    recordService,
    /** For the demo only: many at once into an empty database. */
    seedDemoAppliances: (tx: Tx, given: readonly NewAppliance[]) => seedDemoAppliances(tx, catalogue, given),
    seedPastServices,
    extendWarranty,
  };
}

/** Unlike with other subjects, everybody who serves sees all: an engineer may stand before any appliance. */
function asApplianceReader(caller: Caller): Caller {
  return { ...caller, scope: caller.role === 'customer' || caller.role === 'guest' ? 'own' : 'all' };
}
