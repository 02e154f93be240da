export { createFieldwork, type Fieldwork } from './module.ts';
export type { FieldSummary } from './queries/summary-of.ts';
