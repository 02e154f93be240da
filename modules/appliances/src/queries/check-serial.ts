import type { Catalogue, ProductModel } from '@firstfix/catalogue';
import type { SerialCheck } from '@firstfix/contract/appliances/schemas';
import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import { fits, plainSerial, readCodedSerial } from '../serial-number.ts';
import type { AppliancesDb } from '../store.ts';
import { findAllBySerial } from './find-appliance.ts';

export interface SerialQuestion {
  readonly serialNumber: string;
  /** The model the order says; null when nobody knows: the serial number may tell it. */
  readonly modelId: Id | null;
  readonly householdId: Id | null;
  readonly today: LocalDate;
}

export interface SerialAnswer {
  readonly result: SerialCheck;
  readonly applianceId: Id | null;
  /** What the serial number says the model is, else the one asked about. */
  readonly modelId: Id | null;
  readonly madeOn: LocalDate | null;
}

/**
 * Whether a serial number can be that of this model, in this household: `malformed` was never one of ours,
 * `other_model` is one of another product, `other_household` stands elsewhere already, `unknown` is possible and
 * not registered yet.
 */
export async function checkSerial(
  db: AppliancesDb,
  catalogue: Catalogue,
  question: SerialQuestion,
): Promise<SerialAnswer> {
  const serial = plainSerial(question.serialNumber);
  const coded = readCodedSerial(serial);
  const [asked, told, registered] = await Promise.all([
    question.modelId === null ? undefined : catalogue.findModel(question.modelId),
    coded && catalogue.findModelByProductCode(coded.productCode),
    findAllBySerial(db, serial),
  ]);
  const brand = asked?.brand ?? told?.brand;
  const known = registered.find((one) => brand === undefined || one.brand === brand);
  return {
    result: judge(serial, asked ?? told, known, question),
    applianceId: known?.id ?? null,
    modelId: told?.id ?? known?.modelId ?? asked?.id ?? null,
    madeOn: coded?.madeOn ?? known?.madeOn ?? null,
  };
}

function judge(
  serial: string,
  model: ProductModel | undefined,
  known: { modelId: Id | null; householdId: Id | null } | undefined,
  { householdId, today }: SerialQuestion,
): SerialCheck {
  const format = model && fits(serial, model, today);
  if (format && !format.wellFormed) return 'malformed';
  if (format && !format.fits) return 'other_model';
  if (!known) return 'unknown';
  if (model && known.modelId !== null && known.modelId !== model.id) return 'other_model';
  const elsewhere = householdId !== null && known.householdId !== null && known.householdId !== householdId;
  return elsewhere ? 'other_household' : 'ok';
}
