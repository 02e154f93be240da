import type { ResponseOf } from '@firstfix/contract';
import type { getElectricLimits } from '@firstfix/contract/catalogue/endpoints';

/** Values of the electric safety test that are typed in, in the order the meter shows them. */
export const MEASURED = ['voltageVolts', 'earthOhms', 'neutralToEarthVolts', 'leakageMilliamps'] as const;
export type Measured = (typeof MEASURED)[number];

/** Least and most; the limit itself passes. */
export type Limits = readonly [minimum: number | undefined, maximum: number | undefined];

type ElectricLimits = ResponseOf<typeof getElectricLimits>;

/** What the catalogue asks of a value; nothing while it is not known. The server judges. */
export function limitsOf(item: Measured, limits: ElectricLimits | undefined): Limits {
  switch (item) {
    case 'voltageVolts':
      return [limits?.voltageMinimumVolts, limits?.voltageMaximumVolts];
    case 'earthOhms':
      return [undefined, limits?.earthMaximumOhms ?? undefined];
    case 'neutralToEarthVolts':
      return [undefined, limits?.neutralToEarthMaximumVolts ?? undefined];
    case 'leakageMilliamps':
      return [undefined, limits?.leakageMaximumMilliamps];
  }
}

export function isOutside(value: number | undefined, [minimum, maximum]: Limits): boolean {
  if (value === undefined) return false;
  return (minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum);
}

/** What a thumb typed: `1,8` and `1.8` are the same; nothing, or no number, is none. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d*)?$/.test(text) ? Number(text) : undefined;
}
