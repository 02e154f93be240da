import { type Static, Type } from 'typebox';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

/** The figures of the promise, in the order people look at them. */
export const FIGURES = [
  'arrival_hours',
  'window_kept',
  'fixed_first_visit',
  'households_per_day',
  'install_minutes',
  'install_within_limit',
  'repair_minutes',
  'repair_within_limit',
  'follow_up_in_time',
  'call_back_in_time',
  'complaints_per_million',
  'rating',
  'open_orders',
] as const;
export type FigureName = (typeof FIGURES)[number];

export const UNITS = ['hours', 'minutes', 'share', 'households', 'per_million', 'stars', 'orders'] as const;
export type Unit = (typeof UNITS)[number];

export const Goal = Type.Object({
  must: Type.Enum(['be_at_least', 'be_at_most']),
  value: Type.Number({ description: 'In the figure’s unit' }),
});
export type Goal = Static<typeof Goal>;

const parts = {
  numerator: Type.Number(),
  denominator: Type.Number(),
  missed: Type.Integer({ description: 'Orders that did not keep to it' }),
};

export const FigureView = Type.Object({
  name: Type.Enum([...FIGURES]),
  definition: Type.String({ description: 'What is counted, in a sentence' }),
  unit: Type.Enum([...UNITS]),
  value: Nullable(Type.Number({ description: 'None while there is nothing to count' })),
  ...parts,
  goal: Nullable(Goal),
  met: Nullable(Type.Boolean()),
  breakdown: Type.Array(Type.Object({ key: Type.String(), ...parts }), {
    description: 'Distribution, or the parts of a whole; empty for figures without',
  }),
  workOrders: Type.String({ description: 'Path of the list of orders behind the figure' }),
});
export type FigureView = Static<typeof FigureView>;

export const FigureOrder = Type.Object({
  workOrderId: Uuid,
  at: Timestamp,
  amount: Type.Number({ description: 'What it adds to the numerator' }),
  missed: Type.Boolean(),
  part: Nullable(Type.String({ description: 'The key in the breakdown' })),
});
