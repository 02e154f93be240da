import type { Catalogue, ProductModel } from '@firstfix/catalogue';
import {
  ALREADY_EXCHANGED,
  OTHER_MODEL,
  SERIAL_MALFORMED,
  SERIAL_TAKEN,
} from '@firstfix/contract/appliances/endpoints';
import { APPLIANCE_REGISTERED } from '@firstfix/contract/appliances/events';
import { invalidField, refusal } from '@firstfix/contract/refusal';
import { type DomainError, fen, type Id, newId, toRfc3339 } from '@firstfix/kernel';
import { DEFAULT_ZONE, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import type { Tx } from '@firstfix/platform';
import { type Appliance, mustBePossible } from '../appliance.ts';
import { type CodedSerial, fits, plainSerial, readCodedSerial } from '../serial-number.ts';
import { insertAppliance, lockAppliance, saveAppliance } from '../store.ts';
import type { DB } from '../tables.ts';

export interface NewAppliance {
  readonly id?: Id;
  readonly serialNumber?: string | null;
  /** Left out, the serial number may tell it. */
  readonly modelId?: Id | null;
  readonly brand?: string;
  readonly category?: string;
  readonly householdId?: Id | null;
  readonly customerId?: Id | null;
  readonly madeOn?: LocalDate | null;
  readonly boughtOn?: LocalDate | null;
  readonly invoiceNumber?: string | null;
  readonly invoiceFen?: number | null;
  readonly deliveredOn?: LocalDate | null;
  readonly installedOn?: LocalDate | null;
  readonly installedBy?: Id | null;
  readonly connected?: boolean;
  /** The unit it was given for, which is retired. */
  readonly exchange?: { readonly of: Id; readonly on: LocalDate };
}

/**
 * Registers an appliance. A coded serial number tells model, factory, line and date. 409 for a serial number that
 * is registered, malformed or of another model; 422 for dates that cannot be.
 */
export async function registerAppliance(
  tx: Tx,
  catalogue: Catalogue,
  given: NewAppliance,
): Promise<Appliance> {
  const appliance = await describeAppliance(tx, catalogue, given);
  if (given.exchange) await retire(tx, given.exchange);
  if (!(await insertAppliance(tx, appliance))) throw serialTaken(appliance);
  tx.emit(
    APPLIANCE_REGISTERED,
    {
      applianceId: appliance.id,
      householdId: appliance.householdId,
      customerId: appliance.customerId,
      modelId: appliance.modelId,
      category: appliance.category,
      at: toRfc3339(tx.now),
    },
    [],
  );
  return appliance;
}

/** What the given says it is, checked but not stored. */
export async function describeAppliance(
  tx: Pick<Tx, 'now'>,
  catalogue: Catalogue,
  given: NewAppliance,
): Promise<Appliance> {
  const today = localDateOf(tx.now, DEFAULT_ZONE);
  const serial = given.serialNumber ? plainSerial(given.serialNumber) : null;
  const coded = serial === null ? undefined : readCodedSerial(serial);
  const model = await modelOf(catalogue, given, coded);
  if (serial !== null && model) mustFit(serial, model, today);
  const appliance = { ...applianceOf(tx, given, model, coded), serialNumber: serial };
  mustBePossible(appliance, today);
  if (!model) await catalogue.getCategory(appliance.category);
  return appliance;
}

async function modelOf(
  catalogue: Catalogue,
  { modelId }: NewAppliance,
  coded: CodedSerial | undefined,
): Promise<ProductModel | undefined> {
  if (!modelId) return coded && catalogue.findModelByProductCode(coded.productCode);
  const model = await catalogue.findModel(modelId);
  if (!model) throw invalidField('/modelId', 'unknown/model', { modelId });
  return model;
}

function mustFit(serial: string, model: ProductModel, today: LocalDate): void {
  const format = fits(serial, model, today);
  if (!format.wellFormed) {
    throw refusal(409, SERIAL_MALFORMED, { serialNumber: serial });
  }
  if (!format.fits) {
    throw refusal(409, OTHER_MODEL, { serialNumber: serial, model: model.code });
  }
}

function applianceOf(
  tx: Pick<Tx, 'now'>,
  given: NewAppliance,
  model: ProductModel | undefined,
  coded: CodedSerial | undefined,
): Appliance {
  const category = model?.category ?? given.category;
  if (category === undefined) throw invalidField('/category', 'required/model_or_category');
  return {
    id: given.id ?? newId(),
    brand: model?.brand ?? given.brand ?? 'unknown',
    serialNumber: null,
    modelId: model?.id ?? null,
    category,
    householdId: given.householdId ?? null,
    customerId: given.customerId ?? null,
    madeOn: coded && model ? coded.madeOn : (given.madeOn ?? null),
    factory: coded && model ? coded.factory : null,
    line: coded && model ? coded.line : null,
    batch: coded && model ? coded.batch : null,
    boughtOn: given.boughtOn ?? null,
    invoiceNumber: given.invoiceNumber ?? null,
    invoiceFen: given.invoiceFen == null ? null : fen(given.invoiceFen),
    deliveredOn: given.deliveredOn ?? null,
    installedOn: given.installedOn ?? null,
    installedBy: given.installedBy ?? null,
    connected: given.connected ?? false,
    exchangeOf: given.exchange?.of ?? null,
    exchangedOn: given.exchange?.on ?? null,
    retiredOn: null,
    registeredAt: tx.now,
    version: 1,
  };
}

async function retire(tx: Tx, { of, on }: { of: Id; on: LocalDate }): Promise<void> {
  const former = await lockAppliance(tx, of);
  const given = await tx
    .tables<DB>()
    .selectFrom('appliances.appliance')
    .select('id')
    .where('exchange_of', '=', of)
    .executeTakeFirst();
  if (given) throw refusal(409, ALREADY_EXCHANGED, { applianceId: given.id });
  await saveAppliance(tx, { ...former, retiredOn: on });
}

function serialTaken({ brand, serialNumber }: Appliance): DomainError {
  return refusal(409, SERIAL_TAKEN, { brand, serialNumber: serialNumber ?? '' });
}
