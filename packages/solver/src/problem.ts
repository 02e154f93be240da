import type { Weights } from './cost/weights.ts';
import type { Place, Travel } from './travel.ts';

export type Id = string | number;

/** Seconds from the day's midnight, both ends included. */
export type Window = readonly [from: number, to: number];

/** A pause to be taken once, anywhere on the route, starting inside the window. */
export type Break = { readonly window: Window; readonly durationSeconds: number };

/** Who can go. The route starts at `start` (or home) and ends at home. */
export type Technician = {
  readonly id: Id;
  readonly home: Place;
  /** Where the technician is now, when not at home. */
  readonly start?: Place;
  /** Not on the road before the shift begins, back home before it ends. */
  readonly shift: Window;
  /** When the technician is free to leave, if later than the beginning of the shift. */
  readonly availableFrom?: number;
  /** Breaks still to be taken; one whose window closed before `availableFrom` counts as taken. */
  readonly breaks?: readonly Break[];
  /** A holder of a level lists the lower levels as well. */
  readonly skills: readonly string[];
  /** Pieces of each kind of part on the van. */
  readonly stock?: readonly number[];
  /** Visits that come first, in this order, with nothing between: what has started or is on the way. */
  readonly frozen?: readonly Id[];
};

/** A visit to be made, or not. */
export type Job = {
  readonly id: Id;
  readonly location: Place;
  readonly serviceSeconds: number;
  /** One of them holds the START of the work. */
  readonly windows: readonly Window[];
  /** Serving the job is worth `priority + 1`; more of it served comes before any travel. Whole, from 0. */
  readonly priority: number;
  /** All of them are needed. */
  readonly skills?: readonly string[];
  /** Pieces of each kind of part the job uses up. */
  readonly parts?: readonly number[];
  /** The work can't start earlier. */
  readonly releasedAt?: number;
  /** Fixed by a person: only this technician, and only at this start when one is given (windows give way to it). */
  readonly pinned?: { readonly technician: Id; readonly start?: number };
  /** The customer's "not this engineer". */
  readonly excludedTechnicians?: readonly Id[];
  readonly preferredTechnicians?: readonly Id[];
  /** Whom the customer was told about: a change has a price. */
  readonly currentTechnician?: Id;
};

export type Problem = {
  readonly technicians: readonly Technician[];
  readonly jobs: readonly Job[];
  /** City roads by default. */
  readonly travel?: Travel;
  readonly weights?: Partial<Weights>;
};
