export { check, type Verdict } from './check.ts';
export type { Weights } from './cost/weights.ts';
export { type Candidate, type Explanation, explain } from './explain.ts';
export { type FsInstance, readFsInstance } from './formats/fs-instance.ts';
export { type FsPlan, writeFsPlan } from './formats/fs-plan.ts';
export { arrange } from './live/arrange.ts';
export { type Day, openDay } from './live/day.ts';
export { type Inserted, insert } from './live/insert.ts';
export { cheapest, type Quote, type QuotedPlace, quote } from './live/quote.ts';
export { remove } from './live/remove.ts';
export type { Plan, PlanCost, Route, Rule, Stop } from './plan.ts';
export type { Break, Id, Job, Problem, Technician, Window } from './problem.ts';
export type { Refusal } from './refusal.ts';
export { type Progress, type SolveOptions, solve } from './search/solve.ts';
export {
  haversineMetres,
  matrixTravel,
  type Place,
  type RoadModel,
  roadTravel,
  type Travel,
} from './travel.ts';
export type { BrokenRule, Violation } from './violation.ts';
