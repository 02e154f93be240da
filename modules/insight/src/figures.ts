import type { FigureName, Goal, Unit } from '@firstfix/contract/insight/schemas';

/** What a figure means and how its value follows from what was counted. */
export interface Figure {
  readonly definition: string;
  readonly unit: Unit;
  readonly goal: Goal | null;
  /** `whole`: the numerator itself, for figures that count. */
  readonly value: 'ratio' | 'whole';
}

export interface Counted {
  readonly numerator: number;
  readonly denominator: number;
  readonly missed: number;
}

const PER_MILLION = 1_000_000;

export const FIGURE_TYPES: Readonly<Record<FigureName, Figure>> = {
  arrival_hours: {
    definition:
      'Hours from the request to the first arrival at the door, on average over orders first arrived at',
    unit: 'hours',
    goal: atMost(2),
    value: 'ratio',
  },
  window_kept: {
    definition:
      'Arrivals by the end of the window agreed for the visit, of all arrivals of orders’ latest visits',
    unit: 'share',
    goal: atLeast(0.98),
    value: 'ratio',
  },
  fixed_first_visit: {
    definition:
      'Completed orders with one arrival and no rework since, of all completed orders but rework itself',
    unit: 'share',
    goal: atLeast(0.95),
    value: 'ratio',
  },
  households_per_day: {
    definition: 'Households whose work an engineer finished on one day, over the days engineers finished any',
    unit: 'households',
    goal: atLeast(10),
    value: 'ratio',
  },
  install_minutes: onSite('installation', 120),
  install_within_limit: withinLimit('Installations'),
  repair_minutes: onSite('repair', 60),
  repair_within_limit: withinLimit('Repairs'),
  follow_up_in_time: {
    definition: 'Customers heard within 72 hours of the work, of all follow-ups answered or past their time',
    unit: 'share',
    goal: atLeast(1),
    value: 'ratio',
  },
  call_back_in_time: {
    definition: 'Calls back after advice made within their limit, of all made or past it',
    unit: 'share',
    goal: atLeast(1),
    value: 'ratio',
  },
  complaints_per_million: {
    definition:
      'Complaints opened in the 30 days before the period’s end, per million orders completed in them',
    unit: 'per_million',
    goal: atMost(10),
    value: 'ratio',
  },
  rating: {
    definition: 'Stars customers gave, on average; neutral ratings and those under verification left out',
    unit: 'stars',
    goal: null,
    value: 'ratio',
  },
  open_orders: {
    definition: 'Orders not done yet, by what has to happen next; missed are those past their time',
    unit: 'orders',
    goal: null,
    value: 'whole',
  },
};

/** The figure in its unit; `null` while there is nothing to count. */
export function figureValue({ value, unit }: Figure, { numerator, denominator }: Counted): number | null {
  if (value === 'whole') return numerator;
  if (denominator === 0) return null;
  return (numerator / denominator) * (unit === 'per_million' ? PER_MILLION : 1);
}

/** Whether the goal is reached; `null` without a goal or a value. */
export function isMet(goal: Goal | null, value: number | null): boolean | null {
  if (goal === null || value === null) return null;
  return goal.must === 'be_at_least' ? value >= goal.value : value <= goal.value;
}

export function totalOf(parts: readonly Counted[]): Counted {
  return parts.reduce(
    (sum, part) => ({
      numerator: sum.numerator + part.numerator,
      denominator: sum.denominator + part.denominator,
      missed: sum.missed + part.missed,
    }),
    { numerator: 0, denominator: 0, missed: 0 },
  );
}

function onSite(what: string, limitMinutes: number): Figure {
  return {
    definition: `Minutes on site from arrival to the end of a finished ${what}, on average`,
    unit: 'minutes',
    goal: atMost(limitMinutes),
    value: 'ratio',
  };
}

function withinLimit(what: string): Figure {
  return {
    definition: `${what} finished within the order’s limit on site, of all finished`,
    unit: 'share',
    goal: atLeast(1),
    value: 'ratio',
  };
}

function atLeast(value: number): Goal {
  return { must: 'be_at_least', value };
}

function atMost(value: number): Goal {
  return { must: 'be_at_most', value };
}
