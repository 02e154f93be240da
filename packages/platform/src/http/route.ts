import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@firstfix/contract';
import type { Language } from '@firstfix/contract/language';
import type { Instant } from '@firstfix/kernel';
import type { FastifyReply } from 'fastify';
import type { TSchema } from 'typebox';
import type { Tx } from '../database/tx.ts';
import type { Caller } from './caller.ts';

/** A validated request, typed by its endpoint. */
export interface Input<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Version demanded by `If-Match`. */
  readonly ifMatch: number | undefined;
  /** Business time of the request. */
  readonly now: Instant;
  /** In which the caller reads, for what is told in words. */
  readonly language: Language;
  readonly caller: Caller;
}

type AnyEndpoint = Endpoint<TSchema, TSchema, TSchema, TSchema>;

export type Route =
  | {
      readonly kind: 'query';
      readonly endpoint: AnyEndpoint;
      readonly answer: (input: AnyInput) => Promise<unknown>;
    }
  | {
      readonly kind: 'command';
      readonly endpoint: AnyEndpoint;
      readonly answer: (tx: Tx, input: AnyInput) => Promise<unknown>;
    }
  | {
      readonly kind: 'reply';
      readonly endpoint: AnyEndpoint;
      readonly answer: (input: AnyInput, reply: FastifyReply) => Promise<unknown>;
    };

/** A validated request whose endpoint is only known at run time. */
export type AnyInput = Input<AnyEndpoint>;

/** An operation that only reads. */
export function query<E extends AnyEndpoint>(
  endpoint: E,
  answer: (input: Input<E>) => Promise<ResponseOf<E>>,
): Route {
  return { kind: 'query', endpoint, answer: (input) => answer(input as Input<E>) };
}

/** An operation that changes something: one transaction, audited, replayable under an Idempotency-Key. */
export function command<E extends AnyEndpoint>(
  endpoint: E,
  answer: (tx: Tx, input: Input<E>) => Promise<ResponseOf<E>>,
): Route {
  return { kind: 'command', endpoint, answer: (tx, input) => answer(tx, input as Input<E>) };
}

/** For the few that must touch the reply itself: cookies, streams. They bring their own transaction. */
export function replyTo<E extends AnyEndpoint>(
  endpoint: E,
  answer: (input: Input<E>, reply: FastifyReply) => Promise<unknown>,
): Route {
  return { kind: 'reply', endpoint, answer: (input, reply) => answer(input as Input<E>, reply) };
}
