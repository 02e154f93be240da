import { checkCharacterOf, type NewAppliance } from '@firstfix/appliances';
import type { ProductModel } from '@firstfix/catalogue';
import { DAY, type Id, stableId } from '@firstfix/kernel';
import type { Random } from '@firstfix/kernel/random';
import type { LocalDate } from '@firstfix/kernel/zone';

/** What stands in many homes; every one of these models has coded serial numbers. */
export const DEMO_MODELS = [
  'KFR-35GW/A1',
  'KFR-26GW/A1',
  'KFR-72LW/C1',
  'BCD-328WP',
  'BCD-215TM',
  'BCD-535WS',
  'XQG-100B2',
  'XQB-90T1',
  'ES60H-C1',
  'ES80H-C3',
  'JSQ31-16K',
  'CXW-258-T8',
] as const;

const MOST = 4;
const OLDEST_DAYS = 8 * 365;
const NEWEST_DAYS = 200;
const WITHOUT_INVOICE = 0.12;
const YEARS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MONTHS = '_123456789ABC';

interface Home {
  readonly householdId: Id;
  readonly customerId: Id;
  /** Its number among the demo's homes. */
  readonly number: number;
}

/** One to four appliances of different models, bought over the last eight years. */
export function demoAppliances(
  home: Home,
  models: readonly ProductModel[],
  today: LocalDate,
  random: Random,
): NewAppliance[] {
  const first = random.between(0, models.length - 1);
  const count = random.between(1, MOST);
  return Array.from({ length: count }, (_, index): NewAppliance[] => {
    const model = models[(first + index * 5) % models.length];
    const madeOn = addDays(today, -random.between(NEWEST_DAYS, OLDEST_DAYS));
    const boughtOn = random.chance(WITHOUT_INVOICE) ? null : addDays(madeOn, random.between(15, 150));
    if (!model || model.productCode === null || !isMadeOn(model, madeOn)) return [];
    const name = `demo:appliance:${home.number}:${index}`;
    return [
      {
        id: stableId(name),
        serialNumber: serialOf(model.productCode, madeOn, home.number),
        householdId: home.householdId,
        customerId: home.customerId,
        boughtOn,
        invoiceNumber: boughtOn === null ? null : `QC${home.number}-${index}`,
        installedOn: boughtOn === null ? null : addDays(boughtOn, 3),
      },
    ];
  }).flat();
}

/** Tens of thousands of dates: calendars proper would take seconds. */
function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

function isMadeOn(model: ProductModel, madeOn: LocalDate): boolean {
  return madeOn >= model.onMarketFrom && (model.onMarketTo === null || madeOn <= model.onMarketTo);
}

/** Product, factory A1, the line by the home's number, date, sequence, check character. */
function serialOf(productCode: string, madeOn: LocalDate, number: number): string {
  const [year = 0, month = 0, day = 0] = madeOn.split('-').map(Number);
  const line = YEARS.charAt(Math.floor(number / 1000));
  const date = `${YEARS.charAt(year - 2010)}${MONTHS.charAt(month)}${String(day).padStart(2, '0')}`;
  const body = `${productCode}A1${line}${date}${String(number % 1000).padStart(3, '0')}`;
  return body + checkCharacterOf(body);
}
