import type {
  ApplianceView,
  ConsumerOptionsView,
  EntitlementView,
  ServiceRecordView,
} from '@firstfix/contract/appliances/schemas';
import { fen, type Money, toRfc3339 } from '@firstfix/kernel';
import type { Appliance } from './appliance.ts';
import type { ConsumerOptions } from './consumer-options.ts';
import type { Entitlement } from './entitlement.ts';
import type { ServiceRecord } from './service-record.ts';

/** Aggregate → contract. */
export function presentAppliance(appliance: Appliance): ApplianceView {
  return { ...appliance, registeredAt: toRfc3339(appliance.registeredAt) };
}

export function presentRecord({ receivedAt, at, ...record }: ServiceRecord): ServiceRecordView {
  return { ...record, receivedAt: toRfc3339(receivedAt), at: toRfc3339(at) };
}

export function presentEntitlement(given: Entitlement): EntitlementView {
  return {
    ...given,
    mainParts: [...given.mainParts],
    basis: { ...given.basis, flags: [...given.basis.flags] },
  };
}

/** `depreciationFen` is null when the price paid is not known, the refund then too. */
export function presentOptions(
  { options, rule, costBearer }: ConsumerOptions,
  priceFen: Money | null,
  depreciationFen: Money | null,
): ConsumerOptionsView {
  const refunds = options.includes('refund') && priceFen !== null && depreciationFen !== null;
  return {
    options: [...options],
    rule,
    costBearer,
    refundFen: refunds ? fen(priceFen - depreciationFen) : null,
    depreciationFen: refunds ? depreciationFen : null,
  };
}
