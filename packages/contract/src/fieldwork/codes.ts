/** The five ones (五个一) an engineer brings to every door. */
export const FIVE_ONES = ['licence_card', 'shoe_covers', 'mat', 'cloth', 'small_gift'] as const;
export type FiveOne = (typeof FIVE_ONES)[number];

/** Once is enough, and the five services: A safe electricity, B explain, C maintain, D inspect, E clean. */
export const STEP_GROUPS = [
  'work',
  'electricity',
  'explanation',
  'maintenance',
  'inspection',
  'cleanliness',
] as const;
export type StepGroup = (typeof STEP_GROUPS)[number];

export const STEP_OUTCOMES = ['done', 'not_applicable'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** How the door code was checked. Only `verified` is above doubt. */
export const DOOR_CODE_OUTCOMES = ['verified', 'offline_verified', 'offline_wrong', 'unverified'] as const;
export type DoorCodeOutcome = (typeof DOOR_CODE_OUTCOMES)[number];

/** What a scanned serial turned out to be. The last three are evidence cases and stop nobody. */
export const IDENTIFICATIONS = ['known', 'new', 'counterfeit', 'other_model', 'other_household'] as const;
export type Identification = (typeof IDENTIFICATIONS)[number];
export const EVIDENCE_CASES: readonly Identification[] = ['counterfeit', 'other_model', 'other_household'];

export const TEST_PHASES = ['before', 'after'] as const;
export type TestPhase = (typeof TEST_PHASES)[number];

/** What an electric safety test (安全测电) measures. */
export const READING_ITEMS = ['voltage', 'earth', 'neutral_to_earth', 'leakage', 'polarity'] as const;
export type ReadingItem = (typeof READING_ITEMS)[number];

export const POLARITIES = [
  'correct',
  'line_neutral_swapped',
  'line_earth_swapped',
  'neutral_earth_swapped',
] as const;
export type Polarity = (typeof POLARITIES)[number];

export const REPAIR_CLASSES = ['major', 'medium', 'minor', 'adjust'] as const;
export type RepairClass = (typeof REPAIR_CLASSES)[number];

export const QUOTE_STATES = ['given', 'approved', 'refused'] as const;
export type QuoteState = (typeof QUOTE_STATES)[number];

/** Who approved or refused: the customer on their own screen, or by signature on the engineer's. */
export const QUOTE_DECIDERS = ['customer', 'signature'] as const;
export type QuoteDecider = (typeof QUOTE_DECIDERS)[number];

/** What has to happen next on a visit. */
export const FIELD_ACTIONS = [
  'depart',
  'arrive',
  'tick_five_ones',
  'identify',
  'test_before',
  'diagnose',
  'give_quote',
  'decide_quote',
  'begin',
  'tick_steps',
  'test_after',
  'finish',
  'none',
] as const;
export type FieldAction = (typeof FIELD_ACTIONS)[number];
