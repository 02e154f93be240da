import { type Static, Type } from 'typebox';
import { GeoPoint, Nullable, Timestamp, Uuid } from '../schemas.ts';

/** On the way a phone tells its position when it is this far from the one before, … */
export const TELL_EVERY_METRES = 200;
/** … or this much later, whichever comes first. */
export const TELL_EVERY_SECONDS = 60;
/** One batch; a phone that was offline longer sends several. */
export const MOST_POSITIONS = 100;

/**
 * Why a position is not kept: ahead of our clock; not between setting out and arriving; a fix too bad to say a street; further than
 * anybody drives since the one before.
 */
export const DROP_REASONS = ['future', 'not_on_the_way', 'inaccurate', 'too_fast'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export const TimedPosition = Type.Object({
  at: Type.String({ format: 'date-time', description: 'By the phone’s clock' }),
  point: GeoPoint,
  accuracyMetres: Type.Number({ minimum: 0, maximum: 100_000 }),
});
export type TimedPosition = Static<typeof TimedPosition>;

export const PositionsAnswer = Type.Object({
  kept: Type.Integer({ description: 'Also those that were kept before' }),
  dropped: Type.Array(
    Type.Object({ at: Type.String({ format: 'date-time' }), reason: Type.Enum([...DROP_REASONS]) }),
  ),
  wanted: Type.Boolean({ description: 'Whether the visit is still on the way: false ends the telling' }),
  keptDays: Type.Integer({ description: 'Positions are forgotten after so many days' }),
});
export type PositionsAnswer = Static<typeof PositionsAnswer>;

/** What an arrival time is said by: a fresh position, or the plan while there is none. */
export const ARRIVAL_BASES = ['position', 'plan'] as const;

/** Somebody on the way to the customer. */
export const Approach = Type.Object({
  basis: Type.Enum([...ARRIVAL_BASES]),
  arrivesAt: Type.String({
    format: 'date-time',
    description: 'From the position as of now; from the plan when the position is missing or too old',
  }),
  position: Nullable(GeoPoint),
  toldAt: Nullable(Timestamp),
  place: GeoPoint,
});
export type Approach = Static<typeof Approach>;

export const EngineerPosition = Type.Object({
  engineerId: Uuid,
  visitId: Uuid,
  onTheWay: Type.Boolean({ description: 'False: this is where they were before they arrived' }),
  at: Timestamp,
  point: GeoPoint,
  accuracyMetres: Type.Number(),
  arrivesAt: Nullable(
    Type.String({ format: 'date-time', description: 'Null once arrived, and by a position too old' }),
  ),
});
export type EngineerPosition = Static<typeof EngineerPosition>;
