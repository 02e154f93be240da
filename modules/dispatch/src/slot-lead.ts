import { type Instant, MINUTE, SECOND, type TimeWindow } from '@firstfix/kernel';
import type { SlotLead } from './capacity-policy.ts';

interface Asked {
  readonly priority: number;
  readonly standardSeconds: number;
}

/**
 * Whether a window can still be kept: whoever is found now drives there and has the work done before it ends. Work
 * longer than a window may end after it, but then begins with it.
 */
export function leavesTime(window: TimeWindow, work: Asked, now: Instant, policy: SlotLead): boolean {
  const { reachMinutes, endMinutes } = leadFor(work.priority, policy);
  const begins = Math.max(window.start, now + reachMinutes * MINUTE);
  const whole = window.end - window.start;
  const needs = Math.min(whole, Math.max(work.standardSeconds * SECOND, endMinutes * MINUTE));
  return begins + needs <= window.end;
}

/** The row for the most urgent orders among those that apply. */
function leadFor(priority: number, { leads }: SlotLead): { reachMinutes: number; endMinutes: number } {
  const applying = leads.filter(({ fromPriority }) => fromPriority <= priority);
  return (
    applying.toSorted((a, b) => b.fromPriority - a.fromPriority)[0] ?? { reachMinutes: 0, endMinutes: 0 }
  );
}
