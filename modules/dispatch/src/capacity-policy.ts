import { type Static, Type } from 'typebox';

const Minutes = Type.Integer({ minimum: 0, maximum: 1440 });
const BasisPoints = Type.Integer({ minimum: 0, maximum: 10_000 });

/** How much of an engineer's time can be promised, and whom an offer asks. */
export const CapacityPolicy = Type.Object({
  windows: Type.Array(Type.Object({ from: Minutes, to: Minutes }), {
    minItems: 1,
    maxItems: 24,
    description: 'Arrival windows of a day, minutes of the local day',
  }),
  workShareBasisPoints: Type.Integer({ ...BasisPoints, description: 'Share of a window left after driving' }),
  urgentShareBasisPoints: Type.Integer({
    ...BasisPoints,
    description: 'Share of that kept for urgent orders',
  }),
  urgentPriority: Type.Integer({ minimum: 0, maximum: 100 }),
  holdMinutes: Type.Integer({
    minimum: 1,
    maximum: 60,
    description: 'How long a person may think, by the wall',
  }),
  offerRounds: Type.Array(
    Type.Object({
      best: Type.Integer({
        minimum: 1,
        maximum: 500,
        description: 'How many are asked by the end of the round',
      }),
      withinMetres: Type.Integer({ minimum: 100, maximum: 500_000 }),
      minutes: Type.Integer({ minimum: 1, maximum: 600 }),
    }),
    { minItems: 1, maxItems: 10 },
  ),
  claimCap: Type.Integer({
    minimum: 1,
    maximum: 50,
    description: 'Orders an engineer may claim within 24 hours',
  }),
});
export type CapacityPolicy = Static<typeof CapacityPolicy>;

export const capacityPolicy = {
  name: 'dispatch.capacity',
  summary: 'Which windows are offered, how full they may be booked, and whom an offer asks',
  schema: CapacityPolicy,
  standard: {
    windows: [8, 10, 12, 14, 16, 18].map((hour) => ({ from: hour * 60, to: (hour + 2) * 60 })),
    workShareBasisPoints: 7500,
    urgentShareBasisPoints: 1000,
    urgentPriority: 90,
    holdMinutes: 10,
    offerRounds: [
      { best: 5, withinMetres: 5_000, minutes: 2 },
      { best: 15, withinMetres: 15_000, minutes: 3 },
      { best: 60, withinMetres: 60_000, minutes: 5 },
    ],
    claimCap: 6,
  },
};

/** How much time a promise must leave. */
const SlotLead = Type.Object({
  leads: Type.Array(
    Type.Object({
      fromPriority: Type.Integer({
        minimum: 0,
        maximum: 100,
        description: 'Orders as urgent as this, or more',
      }),
      reachMinutes: Type.Integer({
        ...Minutes,
        description: 'To find somebody and drive there: nobody begins sooner',
      }),
      endMinutes: Type.Integer({
        ...Minutes,
        description: 'The work begins at least so long before the window’s end, however short it is',
      }),
    }),
    {
      minItems: 1,
      maxItems: 10,
      description: 'The highest row that applies counts; without one, nothing is kept',
    },
  ),
});
export type SlotLead = Static<typeof SlotLead>;

export const slotLeadPolicy = {
  name: 'dispatch.slot_lead',
  summary: 'How much time for the way and the work a window must still leave to be promised',
  schema: SlotLead,
  standard: {
    leads: [
      { fromPriority: 0, reachMinutes: 60, endMinutes: 30 },
      { fromPriority: 90, reachMinutes: 30, endMinutes: 15 },
    ],
  },
};

/** What leads the weights of a decision: its name and version are kept with it. */
const DispatchWeights = Type.Object({
  preferredSeconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
  movedSeconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
  surplusSkillSeconds: Type.Integer({ minimum: 0, maximum: 3_600 }),
});

export const weightsPolicy = {
  name: 'dispatch.weights',
  summary: 'What is worth a detour, in seconds of travel',
  schema: DispatchWeights,
  standard: { preferredSeconds: 900, movedSeconds: 900, surplusSkillSeconds: 0 },
};
