import type { Static, TSchema } from 'typebox';

/** A fact one module tells the others, after it is committed. Holds references, never personal data. */
export interface EventType<S extends TSchema = TSchema> {
  /** `<module>.<what_happened>` */
  readonly name: string;
  readonly summary: string;
  readonly payload: S;
}

export function event<S extends TSchema>(name: string, summary: string, payload: S): EventType<S> {
  return { name, summary, payload };
}

export type PayloadOf<E> = E extends EventType<infer S> ? Static<S> : never;
