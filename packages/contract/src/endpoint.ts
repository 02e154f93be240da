import type { Static, TSchema } from 'typebox';
import type { Grants } from './roles.ts';

/**
 * One HTTP operation: the single source of its validation, its OpenAPI entry, its typed client and of
 * who may call it. GET only reads; every other method is a command and runs in one transaction.
 */
export interface Endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> {
  /** Unique, the verb people say: `openWorkOrder`. Also the action in the audit trail. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/<plural-kebab>/{id}/<verb>` */
  readonly path: string;
  /** The module that answers. */
  readonly module: string;
  readonly summary: string;
  readonly description?: string;
  /** `anyone` needs no sign-in. */
  readonly may: Grants | 'anyone';
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response: R;
  readonly status?: 200 | 201 | 202 | 204;
  /** Codes of the expected refusals beside the common ones. */
  readonly errors?: readonly string[];
  /** The stored object's version may be demanded by `If-Match`. */
  readonly ifMatch?: boolean;
  /** Answers that name no person's data may be stored for replay under an Idempotency-Key; default true for commands. */
  readonly replayable?: boolean;
}

export function endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition;
}

export type ParamsOf<E> = E extends Endpoint<infer P, TSchema, TSchema, TSchema> ? Static<P> : never;
export type QueryOf<E> = E extends Endpoint<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never;
export type BodyOf<E> = E extends Endpoint<TSchema, TSchema, infer B, TSchema> ? Static<B> : never;
export type ResponseOf<E> = E extends Endpoint<TSchema, TSchema, TSchema, infer R> ? Static<R> : never;
