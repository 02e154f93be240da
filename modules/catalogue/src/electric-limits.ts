import type { LocalDate } from '@firstfix/kernel/zone';
import type { ElectricClassLimits } from './reference.ts';

export type ElectricLimits = Omit<ElectricClassLimits, 'leakageMilliampsPerKw'>;

/**
 * The limits of a class in force on a date; undefined when there are none yet. A heater's leakage limit is its
 * milliamps per kilowatt, at least those of one kilowatt, at most the class's maximum; without the rated power
 * the strict one holds.
 */
export function electricLimitsOn(
  limits: readonly ElectricClassLimits[],
  electricClass: string,
  on: LocalDate,
  ratedWatts = 0,
): ElectricLimits | undefined {
  const inForce = limits
    .filter((one) => one.electricClass === electricClass && one.effectiveFrom <= on)
    .reduce<ElectricClassLimits | undefined>(later, undefined);
  if (!inForce) return undefined;
  const { leakageMilliampsPerKw, ...shown } = inForce;
  return { ...shown, leakageMaximumMilliamps: leakageOf(inForce, ratedWatts) };
}

function later(a: ElectricClassLimits | undefined, b: ElectricClassLimits): ElectricClassLimits {
  return a !== undefined && a.effectiveFrom > b.effectiveFrom ? a : b;
}

function leakageOf(
  { leakageMaximumMilliamps, leakageMilliampsPerKw }: ElectricClassLimits,
  watts: number,
): number {
  if (leakageMilliampsPerKw === null) return leakageMaximumMilliamps;
  return Math.min(leakageMaximumMilliamps, leakageMilliampsPerKw * Math.max(1, watts / 1000));
}
