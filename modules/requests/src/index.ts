export type { ImportChoice, ImportReport } from './import/import-choice.ts';
export type { ImportError } from './import/table.ts';
export { createRequests, type Requests } from './module.ts';
export type { ServiceRequest } from './service-request.ts';
