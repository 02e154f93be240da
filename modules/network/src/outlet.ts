import { ILLEGAL_STATUS } from '@firstfix/contract/network/endpoints';
import { OUTLET_STATUS_CHANGES, type OutletStatus, type OutletTier } from '@firstfix/contract/network/states';
import { refusal } from '@firstfix/contract/refusal';
import type { Id, Point } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';

export interface Outlet {
  readonly id: Id;
  readonly name: string;
  readonly cityId: Id;
  /** The territories it covers. */
  readonly territoryIds: readonly Id[];
  readonly tier: OutletTier;
  readonly status: OutletStatus;
  readonly statusReason: string | null;
  /** From 1 to 5. */
  readonly stars: number;
  readonly marketTier: number;
  readonly categories: readonly string[];
  readonly managerId: Id | null;
  readonly point: Point;
  readonly qualityCertificateUntil: LocalDate | null;
  readonly openedOn: LocalDate;
  readonly version: number;
}

/** 409 for a change the contract with the outlet does not know. */
export function changeStatus(outlet: Outlet, status: OutletStatus, reason: string): Outlet {
  const legal = OUTLET_STATUS_CHANGES[outlet.status];
  if (!legal.includes(status)) {
    if (legal.length === 0) throw refusal(409, `${ILLEGAL_STATUS}/final`, { status: outlet.status });
    throw refusal(409, ILLEGAL_STATUS, { status: outlet.status, legal });
  }
  return { ...outlet, status, statusReason: reason };
}
