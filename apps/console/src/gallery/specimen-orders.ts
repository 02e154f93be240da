import { HOUR, type Instant, MINUTE } from '@firstfix/kernel';
import type { Threaded } from '@firstfix/ui/thread.tsx';

/** Orders at the places of their way that look different, seen from now. */
export function specimenOrders(now: Instant): readonly Threaded[] {
  return [
    { state: 'open', openedAt: now - 20 * MINUTE, arrivalWindow: null },
    { state: 'scheduled', openedAt: now - 3 * HOUR, arrivalWindow: windowAt(now + 2 * HOUR) },
    { state: 'en_route', openedAt: now - 5 * HOUR, arrivalWindow: windowAt(now - 30 * MINUTE) },
    { state: 'scheduled', openedAt: now - 9 * HOUR, arrivalWindow: windowAt(now - 5 * HOUR) },
    { state: 'in_service', openedAt: now - 6 * HOUR, arrivalWindow: windowAt(now - HOUR) },
    { state: 'confirmed', openedAt: now - 26 * HOUR, arrivalWindow: windowAt(now - 8 * HOUR) },
  ];
}

function windowAt(start: Instant) {
  return { start, end: start + 2 * HOUR };
}
