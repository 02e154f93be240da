import type { HouseholdView } from '@firstfix/contract/customers/schemas';
import type { Household } from './household.ts';
import { maskName, maskPhone } from './masks.ts';

/** What of an erased person is shown. */
const NOBODY = '*';

export function shownName(name: string | undefined): string {
  return name === undefined ? NOBODY : maskName(name);
}

export function shownPhone(phone: string | undefined): string | null {
  return phone === undefined ? null : maskPhone(phone);
}

/** `names` of the members in the order of `customerIds`; `door` only for those who live there. */
export function presentHousehold(
  { id, place, customerIds, version }: Household,
  names: readonly (string | undefined)[],
  door: string | undefined,
): HouseholdView {
  return {
    id,
    place: { ...place, point: { ...place.point } },
    door: door ?? null,
    members: customerIds.map((customerId, at) => ({ customerId, name: shownName(names[at]) })),
    version,
  };
}
