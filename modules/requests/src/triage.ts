import type { Cover } from '@firstfix/contract/orders/schemas';
import { priorityOf } from './priority.ts';
import { type ResponseLimits, responseSeconds } from './response-limits.ts';

/** What triage made of one item. */
export interface Triage {
  readonly symptomCode: string | null;
  readonly difficulty: number;
  readonly standardSeconds: number;
  readonly limitSeconds: number;
  /** Limit from request to arrival. */
  readonly responseSeconds: number;
  readonly priority: number;
  readonly skills: readonly string[];
  readonly cover: Cover;
  readonly probablePriceFen: number | null;
}

/** What the catalogue, the appliance's papers and the customer's words say about one item. */
export interface TriageFacts {
  readonly workType: string;
  readonly category: string;
  readonly symptomCode: string | null;
  readonly norm: Pick<Triage, 'difficulty' | 'standardSeconds' | 'limitSeconds' | 'skills'>;
  readonly cover: Cover;
  readonly probablePriceFen: number | null;
  /** The words or the symptom mean danger to people. */
  readonly hazard: boolean;
  readonly urgent: boolean;
  readonly vip: boolean;
  readonly marketTier: 1 | 2 | 3;
}

/** Danger, and what the customer says cannot wait, get the short limit; the tier decides the rest. */
export function triage(facts: TriageFacts, limits: ResponseLimits): Triage {
  const { norm, marketTier, hazard, urgent } = facts;
  return {
    symptomCode: facts.symptomCode,
    difficulty: norm.difficulty,
    standardSeconds: norm.standardSeconds,
    limitSeconds: norm.limitSeconds,
    skills: norm.skills,
    responseSeconds: responseSeconds(limits, marketTier, hazard || urgent),
    priority: priorityOf(facts),
    cover: facts.cover,
    // covered work costs the customer nothing
    probablePriceFen: facts.cover === 'out_of_warranty' ? facts.probablePriceFen : null,
  };
}
