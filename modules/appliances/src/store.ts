import type { Delay } from '@firstfix/contract/appliances/schemas';
import { notFound } from '@firstfix/contract/refusal';
import { fen, type Id, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { Kysely, Selectable } from 'kysely';
import type { Appliance, Purchase } from './appliance.ts';
import type { ExtendedWarranty } from './entitlement.ts';
import type { ServiceRecord } from './service-record.ts';
import type {
  AppliancesAppliance,
  AppliancesExtendedWarranty,
  AppliancesServiceRecord,
  AppliancesWarrantyPolicy,
  DB,
} from './tables.ts';
import type { NoInvoiceRule, WarrantyPolicy } from './warranty-policy.ts';

export type AppliancesDb = Kysely<DB>;
export type ApplianceRow = Selectable<AppliancesAppliance>;
export type RecordRow = Selectable<AppliancesServiceRecord>;
export type ExtendedRow = Selectable<AppliancesExtendedWarranty>;

export function toAppliance(row: ApplianceRow): Appliance {
  return {
    id: row.id,
    brand: row.brand,
    serialNumber: row.serial,
    modelId: row.model_id,
    category: row.category,
    householdId: row.household_id,
    customerId: row.customer_id,
    madeOn: row.made_on,
    factory: row.factory,
    line: row.line,
    batch: row.batch,
    boughtOn: row.bought_on,
    invoiceNumber: row.invoice_number,
    invoiceFen: row.invoice_fen === null ? null : fen(row.invoice_fen),
    deliveredOn: row.delivered_on,
    installedOn: row.installed_on,
    installedBy: row.installed_by,
    connected: row.connected,
    exchangeOf: row.exchange_of,
    exchangedOn: row.exchanged_on,
    retiredOn: row.retired_on,
    registeredAt: row.registered_at,
    version: row.version,
  };
}

export async function lockAppliance(tx: Tx, id: Id): Promise<Appliance> {
  const row = await tx
    .tables<DB>()
    .selectFrom('appliances.appliance')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('appliance', id);
  return toAppliance(row);
}

/** False when the brand has that serial number already. */
export async function insertAppliance(tx: Tx, appliance: Appliance): Promise<boolean> {
  const added = await tx
    .tables<DB>()
    .insertInto('appliances.appliance')
    .values(applianceColumns(appliance))
    .onConflict((conflict) =>
      conflict.columns(['serial', 'brand']).where('serial', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The whole row of a new appliance. */
export function applianceColumns(appliance: Appliance) {
  return {
    id: appliance.id,
    brand: appliance.brand,
    serial: appliance.serialNumber,
    model_id: appliance.modelId,
    category: appliance.category,
    household_id: appliance.householdId,
    customer_id: appliance.customerId,
    made_on: appliance.madeOn,
    factory: appliance.factory,
    line: appliance.line,
    batch: appliance.batch,
    ...purchaseColumns(appliance),
    installed_by: appliance.installedBy,
    connected: appliance.connected,
    exchange_of: appliance.exchangeOf,
    exchanged_on: appliance.exchangedOn,
    registered_at: toDate(appliance.registeredAt),
    version: appliance.version,
  };
}

/** The whole row of a new record. */
export function recordColumns(id: Id, applianceId: Id, record: ServiceRecord) {
  return {
    id,
    appliance_id: applianceId,
    work_order_id: record.workOrderId,
    kind: record.kind,
    fault_code: record.faultCode,
    outcome: record.outcome,
    received_at: toDate(record.receivedAt),
    at: toDate(record.at),
    days_in_repair: record.daysInRepair,
    delayed_by: record.delayedBy,
  };
}

function purchaseColumns(purchase: Purchase) {
  return {
    bought_on: purchase.boughtOn,
    invoice_number: purchase.invoiceNumber,
    invoice_fen: purchase.invoiceFen,
    delivered_on: purchase.deliveredOn,
    installed_on: purchase.installedOn,
  };
}

/** Saves what may change of an appliance; the answer is the appliance at its new version. */
export async function saveAppliance(tx: Tx, appliance: Appliance): Promise<Appliance> {
  const version = appliance.version + 1;
  await tx
    .tables<DB>()
    .updateTable('appliances.appliance')
    .set({
      ...purchaseColumns(appliance),
      installed_by: appliance.installedBy,
      connected: appliance.connected,
      retired_on: appliance.retiredOn,
      version,
    })
    .where('id', '=', appliance.id)
    .execute();
  return { ...appliance, version };
}

/** Adds to the history; false when this work order's record is there already. */
export async function insertRecord(tx: Tx, id: Id, applianceId: Id, record: ServiceRecord): Promise<boolean> {
  const added = await tx
    .tables<DB>()
    .insertInto('appliances.service_record')
    .values(recordColumns(id, applianceId, record))
    .onConflict((conflict) => conflict.columns(['appliance_id', 'work_order_id', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export function toRecord(row: RecordRow): ServiceRecord {
  return {
    workOrderId: row.work_order_id,
    kind: row.kind,
    faultCode: row.fault_code,
    outcome: row.outcome as ServiceRecord['outcome'],
    receivedAt: row.received_at,
    at: row.at,
    daysInRepair: row.days_in_repair,
    delayedBy: row.delayed_by as Delay | null,
  };
}

export function toExtended(row: ExtendedRow): ExtendedWarranty {
  return {
    contractNumber: row.contract_number,
    covers: row.covers as ExtendedWarranty['covers'],
    startsOn: row.starts_on,
    untilOn: row.until_on,
  };
}

/** The law's rules for every kind of goods, and the brands' for appliances without an invoice. */
export interface WarrantyRules {
  readonly policies: ReadonlyMap<string, readonly WarrantyPolicy[]>;
  readonly noInvoice: ReadonlyMap<string, readonly NoInvoiceRule[]>;
}

export async function loadWarrantyRules(db: AppliancesDb): Promise<WarrantyRules> {
  const [policies, noInvoice] = await Promise.all([
    db.selectFrom('appliances.warranty_policy').selectAll().execute(),
    db.selectFrom('appliances.no_invoice_rule').selectAll().execute(),
  ]);
  return {
    policies: Map.groupBy(policies.map(toPolicy), ({ goodsCode }) => goodsCode),
    noInvoice: Map.groupBy(
      noInvoice.map((row) => ({
        brand: row.brand,
        effectiveFrom: row.effective_from,
        monthsAfterProduction: row.months_after_production,
      })),
      ({ brand }) => brand,
    ),
  };
}

function toPolicy(row: Selectable<AppliancesWarrantyPolicy>): WarrantyPolicy {
  return {
    policyVersion: row.policy_version,
    effectiveFrom: row.effective_from,
    goodsCode: row.goods_code,
    unitMonths: row.unit_months,
    mainPartMonths: row.main_part_months,
    mainParts: row.main_parts,
    mainPartLabour: row.main_part_labour,
    refundDays: row.refund_days,
    exchangeDays: row.exchange_days,
    failedRepairs: row.failed_repairs,
    holdsDays: row.holds_days,
    partWaitDays: row.part_wait_days,
    repairerDelayDays: row.repairer_delay_days,
    depreciationPerDayBp: row.depreciation_per_day_bp,
  };
}
