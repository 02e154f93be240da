import { createRandom, type Random } from '@firstfix/kernel/random';
import { FollowedClock } from './business-clock.ts';
import type { Cast, Customer } from './cast.ts';
import { EngineerPool } from './engineer-pool.ts';
import { PhotoBag } from './photo-bag.ts';
import { loadReference, type Reference } from './reference.ts';

/** Where lives are played: the people, the time, and what everybody knows. */
export interface Stage {
  readonly cast: Cast;
  readonly pool: EngineerPool;
  readonly clock: FollowedClock;
  readonly reference: Reference;
  readonly photos: PhotoBag;
  readonly random: Random;
  readonly seed: number;
}

/** The same stage for one life, with choices of its own that no other life's order of events can change. */
export function stageOf(stage: Stage, life: string): Stage {
  return { ...stage, random: createRandom(`${stage.seed}:${life}`) };
}

/** What somebody wants done. */
export interface Need {
  readonly customer: Customer;
  readonly workType: string;
  readonly appliance: Customer['appliances'][number];
  readonly words: string;
}

/** Sets the stage for a cast; the same seed makes the same choices. */
export async function createStage(cast: Cast, seed: number): Promise<Stage> {
  const [clock, reference] = await Promise.all([FollowedClock.follow(cast.agent), loadReference(cast.agent)]);
  const pool = new EngineerPool(cast.engineers);
  return { cast, pool, clock, reference, photos: new PhotoBag(), random: createRandom(seed), seed };
}
