import type { Instant } from './instant.ts';

/**
 * An SLA clock (时效): what is due, and when it is warned about. It pauses only for reasons on a list,
 * which the module that starts it keeps. A pause moves `dueAt` and `warnAt` by its length on resume.
 */
export interface SlaClock {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly pausedAt: Instant | null;
  readonly pauseReason: string | null;
  readonly stoppedAt: Instant | null;
  readonly breachedAt: Instant | null;
}

/** Share of the limit after which the owner is warned. */
const WARN_AT = 0.8;

export function startSlaClock(now: Instant, dueAt: Instant): SlaClock {
  return {
    startedAt: now,
    dueAt,
    warnAt: warnBefore(now, dueAt),
    pausedAt: null,
    pauseReason: null,
    stoppedAt: null,
    breachedAt: null,
  };
}

function warnBefore(start: Instant, dueAt: Instant): Instant {
  return Math.round(start + Math.max(0, dueAt - start) * WARN_AT);
}

/** Running clocks only; a paused or stopped clock is returned as it is. */
export function pauseSlaClock(clock: SlaClock, now: Instant, reason: string): SlaClock {
  if (clock.stoppedAt !== null || clock.pausedAt !== null) return clock;
  return { ...clock, pausedAt: now, pauseReason: reason };
}

export function resumeSlaClock(clock: SlaClock, now: Instant): SlaClock {
  if (clock.pausedAt === null) return clock;
  const paused = Math.max(0, now - clock.pausedAt);
  return {
    ...clock,
    pausedAt: null,
    pauseReason: null,
    dueAt: clock.dueAt + paused,
    warnAt: clock.warnAt + paused,
  };
}

/** A new promise: the clock counts from `now` to the new due time; a breach already recorded stays. */
export function retargetSlaClock(clock: SlaClock, now: Instant, dueAt: Instant): SlaClock {
  if (clock.stoppedAt !== null) return clock;
  return { ...clock, dueAt, warnAt: warnBefore(now, dueAt) };
}

export function stopSlaClock(clock: SlaClock, now: Instant): SlaClock {
  if (clock.stoppedAt !== null) return clock;
  const running = resumeSlaClock(clock, now);
  return {
    ...running,
    stoppedAt: now,
    breachedAt: running.breachedAt ?? (now > running.dueAt ? running.dueAt : null),
  };
}

/** What a look at `now` finds; paused clocks neither warn nor breach. */
export function slaClockState(
  clock: SlaClock,
  now: Instant,
): 'running' | 'warned' | 'breached' | 'paused' | 'met' | 'late' {
  if (clock.stoppedAt !== null) return clock.breachedAt === null ? 'met' : 'late';
  if (clock.pausedAt !== null) return 'paused';
  if (clock.breachedAt !== null || now > clock.dueAt) return 'breached';
  return now >= clock.warnAt ? 'warned' : 'running';
}
