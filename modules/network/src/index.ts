export { type BrokenRule, type Candidate, findBrokenRule, type WorkNeeds } from './eligibility.ts';
export type { Engineer } from './engineer-on-date.ts';
export { createNetwork, type Network } from './module.ts';
export type { Outlet } from './outlet.ts';
export type { DemoNetwork } from './seeds/seed-demo-network.ts';
export type { MarketTier, Territory } from './territory.ts';
export type { WorkBreak, WorkingDay } from './working-days.ts';
