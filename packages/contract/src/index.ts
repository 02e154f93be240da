export { ALL_ENDPOINTS } from './all-endpoints.ts';
export {
  type BodyOf,
  type Endpoint,
  endpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
} from './endpoint.ts';
export { type EventType, event, type PayloadOf } from './event.ts';
export { definePolicy, type PolicyType } from './policy.ts';
export { COMMON_PROBLEMS } from './problems.ts';
export { type Grants, ROLES, type Role, SCOPES, type Scope } from './roles.ts';
