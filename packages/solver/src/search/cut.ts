import { at } from '../flat.ts';
import type { Model } from '../model.ts';
import type { Random } from '../random.ts';
import type { Routes } from '../schedule/routes.ts';
import type { Place } from '../travel.ts';

/** Technicians and jobs, by index, that are planned by themselves for a while. */
export type Piece = { readonly technicians: number[]; readonly jobs: number[] };

/** A technician's whereabouts on a flat map, in degrees. */
type Spot = { readonly technician: number; readonly x: number; readonly y: number };

/** Most technicians in a piece: their travel times fit the cache, and what they share is among them. */
const LARGEST = 45;

/**
 * Cuts a day by the barycentres of its routes, along a direction drawn at random, so that every cut falls elsewhere.
 * Jobs in no route go to the piece of an able technician near them, not always the nearest.
 */
export function cutDay(model: Model, routes: Routes, random: Random): Piece[] {
  const spots = spotsOf(model, routes);
  const groups = halve(spots, Math.ceil(spots.length / LARGEST), random.unit() * Math.PI);
  const pieces = groups.map(
    (group): Piece => ({ technicians: group.map(({ technician }) => technician), jobs: [] }),
  );
  const pieceOf: Piece[] = [];
  for (const piece of pieces) for (const t of piece.technicians) pieceOf[t] = piece;
  for (let j = 0; j < model.jobCount; j++) {
    const t = at(routes.routeOf, j);
    pieceOf[t < 0 ? nearAble(model, spots, j, random) : t]?.jobs.push(j);
  }
  return pieces.filter(({ jobs }) => jobs.length > 0);
}

function spotsOf(model: Model, routes: Routes): Spot[] {
  return model.problem.technicians.map(({ home }, technician) => {
    const places = [home, ...routes.visits(technician).map((j) => model.job(j).location)];
    const { x, y } = barycentre(places);
    return { technician, x, y };
  });
}

function barycentre(places: readonly Place[]): { x: number; y: number } {
  const flat = places.map(flatten);
  const sum = flat.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / places.length, y: sum.y / places.length };
}

function flatten({ lat, lng }: Place): { x: number; y: number } {
  return { x: lng * Math.cos((lat * Math.PI) / 180), y: lat };
}

/** Splits into parts of equal size, each cut across the one before. */
function halve(spots: Spot[], parts: number, angle: number): Spot[][] {
  if (parts <= 1) return [spots];
  const along = (spot: Spot): number => spot.x * Math.cos(angle) + spot.y * Math.sin(angle);
  const sorted = spots.toSorted((a, b) => along(a) - along(b));
  const first = Math.floor(parts / 2);
  const cut = Math.round((sorted.length * first) / parts);
  const across = angle + Math.PI / 2;
  return [...halve(sorted.slice(0, cut), first, across), ...halve(sorted.slice(cut), parts - first, across)];
}

/** The nearest able technician of a handful drawn at random, or of all when they are few. */
function nearAble(model: Model, spots: readonly Spot[], j: number, random: Random): number {
  const able = model.able(j);
  const { x, y } = flatten(model.job(j).location);
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const t of able) {
    const spot = spots[t];
    if (!spot) continue;
    // a factor drawn per technician lets the second-nearest piece try as well
    const distance = ((spot.x - x) ** 2 + (spot.y - y) ** 2) * (0.5 + random.unit());
    if (distance < least) {
      least = distance;
      nearest = t;
    }
  }
  return nearest;
}
