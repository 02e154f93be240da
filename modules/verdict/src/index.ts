export { createVerdict, type Verdicts } from './module.ts';
export type { VerdictNeeds } from './needs.ts';
export type { Verdict } from './queries/verdict-of.ts';
export { isPublicHoliday } from './working-calendar.ts';
