/** What decides how early an order is served. */
export interface PriorityFacts {
  readonly hazard: boolean;
  readonly vip: boolean;
  readonly urgent: boolean;
  readonly workType: string;
  readonly category: string;
}

interface PriorityRule {
  readonly priority: number;
  /** What it means, for the README and for whoever asks why. */
  readonly because: string;
  readonly applies: (facts: PriorityFacts) => boolean;
}

const COLD_STORES = ['fridge'];
const NEEDED_DAILY = ['waterheater', 'ac', 'central-ac'];

/** The first line that fits decides. 90 and above counts as urgent everywhere in the product. */
export const PRIORITIES: readonly PriorityRule[] = [
  { priority: 95, because: 'danger to people', applies: ({ hazard }) => hazard },
  { priority: 90, because: 'VIP', applies: ({ vip }) => vip },
  {
    priority: 70,
    because: 'the customer cannot wait, or food spoils',
    applies: (facts) => facts.urgent || (isRepair(facts) && COLD_STORES.includes(facts.category)),
  },
  {
    priority: 60,
    because: 'no hot water, no cooling',
    applies: (facts) => isRepair(facts) && NEEDED_DAILY.includes(facts.category),
  },
  { priority: 50, because: 'repair', applies: isRepair },
  {
    priority: 45,
    because: 'goods wait to be used',
    applies: ({ workType }) => ['install', 'commission'].includes(workType),
  },
  {
    priority: 35,
    because: 'a return or exchange waits for it',
    applies: ({ workType }) => workType === 'appraise',
  },
  { priority: 30, because: 'can be planned', applies: () => true },
];

export function priorityOf(facts: PriorityFacts): number {
  return PRIORITIES.find((rule) => rule.applies(facts))?.priority ?? 0;
}

function isRepair({ workType }: PriorityFacts): boolean {
  return workType === 'repair';
}
