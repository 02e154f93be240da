import { type Instant, SECOND } from '@firstfix/kernel';

/** How fast we answer, by urgency and by the territory's market tier: the document of a policy. */
export interface ResponseLimits {
  /** Request to arrival when it cannot wait. */
  readonly urgentSeconds: number;
  readonly firstTierSeconds: number;
  readonly secondTierSeconds: number;
  readonly thirdTierSeconds: number;
  /** Until somebody looks at a request that does not triage itself. */
  readonly triageSeconds: number;
  /** Until the customer is asked whether advice helped. */
  readonly callBackSeconds: number;
}

/** Seconds from request to arrival. */
export function responseSeconds(limits: ResponseLimits, marketTier: 1 | 2 | 3, cannotWait: boolean): number {
  if (cannotWait) return limits.urgentSeconds;
  return { 1: limits.firstTierSeconds, 2: limits.secondTierSeconds, 3: limits.thirdTierSeconds }[marketTier];
}

export function triageDueAt(limits: ResponseLimits, now: Instant): Instant {
  return now + limits.triageSeconds * SECOND;
}

export function callBackDueAt(limits: ResponseLimits, now: Instant): Instant {
  return now + limits.callBackSeconds * SECOND;
}
