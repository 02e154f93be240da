import { at, NEVER } from '../flat.ts';
import type { Model } from '../model.ts';

/**
 * A route in layers: layer `l` means that the first `l` breaks have been taken. Travel may be interrupted
 * by a break, and time before a break opens may be used for travel; earlier is never worse.
 */

/** Earliest arrival when the breaks `from..to-1` of technician t are taken on a trip of some seconds; NEVER if one is missed. */
export function arriveAfterBreaks(
  model: Model,
  t: number,
  departure: number,
  seconds: number,
  from: number,
  to: number,
): number {
  let clock = departure;
  let left = seconds;
  for (let i = t * model.mostBreaks + from; i < t * model.mostBreaks + to; i++) {
    const opens = at(model.breakFrom, i);
    if (clock < opens) {
      left = Math.max(0, left - (opens - clock));
      clock = opens;
    }
    if (clock > at(model.breakTo, i)) return NEVER;
    clock += at(model.breakSeconds, i);
  }
  return clock + left;
}

/** Latest departure that still arrives by a limit when those breaks are taken on the trip; -NEVER if that can't be. */
function departBeforeBreaks(
  model: Model,
  t: number,
  limit: number,
  seconds: number,
  from: number,
  to: number,
): number {
  let clock = limit;
  let left = seconds;
  for (let i = t * model.mostBreaks + to - 1; i >= t * model.mostBreaks + from; i--) {
    clock -= at(model.breakSeconds, i);
    const closes = at(model.breakTo, i);
    if (clock > closes) {
      left = Math.max(0, left - (clock - closes));
      clock = closes;
    }
    if (clock < at(model.breakFrom, i)) return -NEVER;
  }
  return clock - left;
}

/** Earliest arrival in a layer, over the layers one may depart in. `departures[base + l]` is the departure in layer l. */
export function arriveInLayer(
  model: Model,
  t: number,
  departures: Int32Array,
  base: number,
  seconds: number,
  layer: number,
): number {
  let best = NEVER;
  for (let from = 0; from <= layer; from++) {
    const departure = at(departures, base + from);
    if (departure >= NEVER) continue;
    const arrival = arriveAfterBreaks(model, t, departure, seconds, from, layer);
    if (arrival < best) best = arrival;
  }
  return best;
}

/** Latest departure in a layer, over the layers one may arrive in. `limits[base + l]` bounds the arrival in layer l. */
export function departInLayer(
  model: Model,
  t: number,
  limits: Int32Array,
  base: number,
  seconds: number,
  layer: number,
): number {
  let best = -NEVER;
  for (let to = layer; to <= at(model.breakCount, t); to++) {
    const limit = at(limits, base + to);
    if (limit <= -NEVER) continue;
    const departure = departBeforeBreaks(model, t, limit, seconds, layer, to);
    if (departure > best) best = departure;
  }
  return best;
}
