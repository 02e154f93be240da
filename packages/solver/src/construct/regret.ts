import { NEVER } from '../flat.ts';
import type { Routes } from '../schedule/routes.ts';
import { InsertionCache } from './insertion-cache.ts';

/** What missing the second-best technician is taken to cost when there is none: such jobs go first. */
const NO_SECOND_SECONDS = 36_000;

/** Who would take a job at least cost, and what it would cost more to have to take the second-best technician. */
type Offer = { technician: number; regret: number; stale: boolean };

/**
 * Regret insertion, worthiest class first: within a class of worth, the job that would lose most by waiting is placed next.
 * Only the offers that used the changed route are computed again.
 */
export function constructByRegret(routes: Routes): void {
  const { model } = routes;
  const waiting: number[] = [];
  for (let i = 0; i < routes.absentCount; i++) waiting.push(routes.absentJob(i));
  const classes = new Map<number, number[]>();
  for (const j of waiting.sort((a, b) => a - b)) {
    const worth = model.worth[j] ?? 0;
    classes.set(worth, [...(classes.get(worth) ?? []), j]);
  }
  const cache = new InsertionCache(routes);
  for (const worth of [...classes.keys()].sort((a, b) => b - a))
    placeClass(routes, cache, classes.get(worth) ?? []);
}

function placeClass(routes: Routes, cache: InsertionCache, jobs: readonly number[]): void {
  const offers = new Map<number, Offer>();
  for (const j of jobs) offers.set(j, { technician: -1, regret: 0, stale: true });
  while (offers.size > 0) {
    let chosen = -1;
    let most = -NEVER;
    for (const [j, offer] of offers) {
      if (offer.stale) refreshOffer(routes, cache, j, offer);
      if (offer.technician < 0) offers.delete(j);
      else if (offer.regret > most) {
        most = offer.regret;
        chosen = j;
      }
    }
    const t = offers.get(chosen)?.technician ?? -1;
    if (t < 0) return;
    offers.delete(chosen);
    routes.link(chosen, cache.after(chosen, t), t);
    routes.refresh(t);
    for (const [j, offer] of offers) if (routes.model.able(j).includes(t)) offer.stale = true;
  }
}

function refreshOffer(routes: Routes, cache: InsertionCache, j: number, offer: Offer): void {
  let best = NEVER;
  let second = NEVER;
  offer.technician = -1;
  for (const t of routes.model.able(j)) {
    const cost = cache.cost(j, t);
    if (cost < best) {
      second = best;
      best = cost;
      offer.technician = t;
    } else if (cost < second) second = cost;
  }
  offer.regret = (second === NEVER ? NO_SECOND_SECONDS : second) - best;
  offer.stale = false;
}
