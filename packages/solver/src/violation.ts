import type { Id } from './problem.ts';

/** A rule a plan breaks. */
export type Violation = {
  readonly rule: BrokenRule;
  readonly technician?: Id;
  readonly job?: Id;
  /** By how much, when time is what is broken. */
  readonly seconds?: number;
};

export type BrokenRule =
  | 'unknown'
  | 'served-twice'
  | 'forgotten'
  | 'skill'
  | 'excluded'
  | 'pinned'
  | 'frozen'
  | 'parts'
  | 'window'
  | 'too-early'
  | 'shift-end'
  | 'break-missed'
  | 'break-window';
