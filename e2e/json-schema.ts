import { type Endpoint, ROLES, type Role } from '@firstfix/contract';

/** The part of JSON Schema that the contract is written in. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** An endpoint's schemas as plain JSON Schema; what it does not take is `undefined`. */
export function schemasOf(endpoint: Endpoint) {
  return { params: plain(endpoint.params), query: plain(endpoint.query), body: plain(endpoint.body) };
}

function plain(schema: unknown): JsonSchema | undefined {
  return schema === undefined ? undefined : JSON.parse(JSON.stringify(schema));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The roles an endpoint is granted to. */
export function grantedRoles({ may }: Endpoint): readonly Role[] {
  return may === 'anyone' ? ROLES : ROLES.filter((role) => may[role] !== undefined);
}

/** Its name in reports: `POST /api/work-orders`. */
export function nameOf({ method, path }: Endpoint): string {
  return `${method} ${path}`;
}
