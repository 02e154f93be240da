import type { Id, Point } from '@firstfix/kernel';

/** An address with the customers in it; the door stays sealed. */
export interface Household {
  readonly id: Id;
  readonly place: { readonly point: Point; readonly districtCode: string; readonly community: string };
  readonly customerIds: readonly Id[];
  readonly version: number;
}
