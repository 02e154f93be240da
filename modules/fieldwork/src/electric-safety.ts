import { HAZARD_RECORD_NEEDED } from '@firstfix/contract/fieldwork/endpoints';
import type { HazardRecord, Measurements, ReadingView } from '@firstfix/contract/fieldwork/schemas';
import { fieldError, refusal } from '@firstfix/contract/refusal';

/** Limits of the electric safety test for a category; null: not asked of it (class II has no earth). */
export interface ElectricLimits {
  readonly voltageMinimumVolts: number;
  readonly voltageMaximumVolts: number;
  readonly earthMaximumOhms: number | null;
  readonly neutralToEarthMaximumVolts: number | null;
  readonly leakageMaximumMilliamps: number;
}

/** Where the catalogue knows no limits: mains +7 % −10 %, house earth 4 Ω, a stationary appliance with a motor. */
export const USUAL_LIMITS: ElectricLimits = {
  voltageMinimumVolts: 198,
  voltageMaximumVolts: 235.4,
  earthMaximumOhms: 4,
  neutralToEarthMaximumVolts: 5,
  leakageMaximumMilliamps: 3.5,
};

export interface TestJudgement {
  readonly passed: boolean;
  /** False: there is no safe protective earth, nothing may be installed. */
  readonly earthSafe: boolean;
  readonly readings: ReadingView[];
}

/** Every value against its limit; limits themselves still pass. */
export function judgeTest(measured: Measurements, limits: ElectricLimits): TestJudgement {
  const readings: ReadingView[] = [
    between('voltage', measured.voltageVolts, limits.voltageMinimumVolts, limits.voltageMaximumVolts),
    earthReading(measured.earthOhms, limits.earthMaximumOhms),
    between('neutral_to_earth', measured.neutralToEarthVolts, null, limits.neutralToEarthMaximumVolts),
    between('leakage', measured.leakageMilliamps, null, limits.leakageMaximumMilliamps),
    {
      item: 'polarity',
      value: measured.polarity,
      minimum: null,
      maximum: null,
      passed: measured.polarity === 'correct',
    },
  ];
  const earth = readings.every(({ item, passed }) => item !== 'earth' || passed);
  const live = measured.polarity === 'line_earth_swapped';
  return { passed: readings.every(({ passed }) => passed), earthSafe: earth && !live, readings };
}

function between(
  item: ReadingView['item'],
  value: number,
  minimum: number | null,
  maximum: number | null,
): ReadingView {
  const passed = (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
  return { item, value, minimum, maximum, passed };
}

/** No earth found is worse than any resistance. */
function earthReading(ohms: number | null, maximum: number | null): ReadingView {
  const passed = maximum === null || (ohms !== null && ohms <= maximum);
  return { item: 'earth', value: ohms, minimum: null, maximum, passed };
}

/** A hazard is told with a photo and signed by the customer: 422 naming what is not there. */
export function mustBeRecorded(hazard: HazardRecord | undefined): {
  photoHash: string;
  signatureHash: string;
} {
  const { photoHash, signatureHash } = hazard ?? {};
  if (photoHash !== undefined && signatureHash !== undefined) return { photoHash, signatureHash };
  const missing = [
    ...(photoHash === undefined ? ['photoHash'] : []),
    ...(signatureHash === undefined ? ['signatureHash'] : []),
  ];
  const errors = missing.map((field) => fieldError(`/hazard/${field}`, 'required/hazard_record'));
  throw refusal(422, HAZARD_RECORD_NEEDED, {}, { errors });
}
