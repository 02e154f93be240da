import type { Catalogue } from '@firstfix/catalogue';
import * as api from '@firstfix/contract/appliances/endpoints';
import { invalidField } from '@firstfix/contract/refusal';
import type { Id } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf } from '@firstfix/kernel/zone';
import { type Caller, command, query, type Route } from '@firstfix/platform';
import { correctPurchase } from './operations/correct-purchase.ts';
import { registerAppliance } from './operations/register-appliance.ts';
import { presentAppliance, presentEntitlement, presentOptions, presentRecord } from './present.ts';
import { checkSerial } from './queries/check-serial.ts';
import { getAppliance, listBySerial, serviceHistory } from './queries/find-appliance.ts';
import { listAppliances } from './queries/list-appliances.ts';
import type { WarrantyDesk } from './queries/warranty-desk.ts';
import type { AppliancesDb } from './store.ts';

/** Contract endpoint → operation or query. */
export function appliancesRoutes(db: AppliancesDb, catalogue: Catalogue, desk: WarrantyDesk): Route[] {
  return [
    command(api.registerAppliance, async (tx, { body, caller }) => {
      const customerId = ownerFor(caller, body.customerId ?? null);
      return presentAppliance(await registerAppliance(tx, catalogue, { ...body, customerId }));
    }),
    query(api.getAppliance, async ({ caller, params }) =>
      presentAppliance(await getAppliance(db, caller, params.id)),
    ),
    query(api.listAppliances, ({ caller, query: asked }) => listAppliances(db, caller, asked)),
    query(api.findBySerial, async ({ caller, params }) => ({
      items: (await listBySerial(db, caller, params.serialNumber)).map(presentAppliance),
    })),
    query(api.checkSerial, ({ params, query: asked, now }) =>
      checkSerial(db, catalogue, {
        serialNumber: params.serialNumber,
        modelId: asked.modelId ?? null,
        householdId: asked.householdId ?? null,
        today: localDateOf(now, DEFAULT_ZONE),
      }),
    ),
    query(api.listServiceHistory, async ({ caller, params }) => {
      const { id } = await getAppliance(db, caller, params.id);
      return { items: (await serviceHistory(db, id)).map(presentRecord) };
    }),
    query(api.getEntitlement, async ({ caller, params, query: asked, now }) => {
      const appliance = await getAppliance(db, caller, params.id);
      return presentEntitlement(
        await desk.entitlementOf(appliance, asked.on ?? localDateOf(now, DEFAULT_ZONE)),
      );
    }),
    query(api.getConsumerOptions, async ({ caller, params, query: asked }) => {
      const appliance = await getAppliance(db, caller, params.id);
      const { options, depreciationFen } = await desk.optionsOf(appliance, {
        faultOn: asked.faultOn,
        faultCode: asked.faultCode ?? null,
        sentOn: asked.sentOn ?? null,
        delayedBy: asked.delayedBy ?? null,
        sameModelAvailable: asked.sameModelAvailable ?? true,
      });
      return presentOptions(options, appliance.invoiceFen, depreciationFen);
    }),
    command(api.correctPurchase, async (tx, { body, caller, params, ifMatch }) =>
      presentAppliance(await correctPurchase(tx, caller, params.id, { body, ifMatch })),
    ),
  ];
}

/** Customers register for themselves only. */
function ownerFor(caller: Caller, customerId: Id | null): Id | null {
  if (caller.scope === 'all') return customerId;
  if (customerId !== null && customerId !== caller.ownId) {
    throw invalidField('/customerId', 'not_own');
  }
  return caller.ownId;
}
