import { HOUR, type Instant, MINUTE } from '@firstfix/kernel';
import type { Threaded } from '@firstfix/ui/thread.tsx';

interface SpecimenOrder extends Threaded {
  /** Absent where nobody waits any more. */
  readonly dueAt?: Instant;
}

/** Orders at the places of their way that look different, seen from now. */
export function specimenOrders(now: Instant): readonly SpecimenOrder[] {
  return [
    { state: 'open', dueAt: now + 25 * HOUR, openedAt: now - 20 * MINUTE, arrivalWindow: null },
    {
      state: 'scheduled',
      dueAt: now + 4 * HOUR,
      openedAt: now - 3 * HOUR,
      arrivalWindow: windowAt(now + 2 * HOUR),
    },
    {
      state: 'en_route',
      dueAt: now + 90 * MINUTE,
      openedAt: now - 5 * HOUR,
      arrivalWindow: windowAt(now - 30 * MINUTE),
    },
    {
      state: 'scheduled',
      dueAt: now - 3 * HOUR,
      openedAt: now - 9 * HOUR,
      arrivalWindow: windowAt(now - 5 * HOUR),
    },
    {
      state: 'in_service',
      dueAt: now + 40 * MINUTE,
      openedAt: now - 6 * HOUR,
      arrivalWindow: windowAt(now - HOUR),
    },
    { state: 'confirmed', openedAt: now - 26 * HOUR, arrivalWindow: windowAt(now - 8 * HOUR) },
  ];
}

function windowAt(start: Instant) {
  return { start, end: start + 2 * HOUR };
}
