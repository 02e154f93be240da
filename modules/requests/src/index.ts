export type { ToldReport } from './import/file-request.ts';
export type { ImportChoice } from './import/import-choice.ts';
export { createRequests, type Requests } from './module.ts';
export type { ServiceRequest } from './service-request.ts';
