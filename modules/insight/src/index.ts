export { createInsight } from './module.ts';
