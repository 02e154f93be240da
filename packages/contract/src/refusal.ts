import {
  DomainError,
  type ErrorStatus,
  type FieldError,
  type RefusalFacts,
  type RefusalParams,
} from '@firstfix/kernel';
import type { FieldWords, RefusalWords } from './refusals/all-words.ts';
import type { Thing } from './refusals/named-codes.ts';
import type { HolesOf, Saying } from './refusals/saying.ts';

type Zone = { readonly zone?: string };

/** What the words of a key need, by name; `zone` says where moments are read. */
type Needed<Words extends Record<string, Saying>, Key extends keyof Words> = Readonly<
  Record<HolesOf<Words[Key]['zh'] | Words[Key]['en']>, RefusalParams[string]>
> &
  Zone;

/** Words without holes need nothing. */
type Given<Words extends Record<string, Saying>, Key extends keyof Words> =
  HolesOf<Words[Key]['zh'] | Words[Key]['en']> extends never
    ? [params?: Record<never, never>]
    : [params: Needed<Words, Key>];

type Key<Words> = keyof Words & string;

/** Keys of fields, and what they need. */
export type FieldKey = Key<FieldWords>;

/**
 * An expected refusal by the key of its words, with what fills them. Words are found where the answer is written, in
 * the reader's language; a key without words, or words not filled, do not compile.
 */
export function refusal<K extends Key<RefusalWords>>(
  status: ErrorStatus,
  says: K,
  ...given: [...Given<RefusalWords, K>, facts?: RefusalFacts]
): DomainError;
export function refusal(
  status: ErrorStatus,
  says: string,
  params: RefusalParams = {},
  facts: RefusalFacts = {},
) {
  return new DomainError(status, says, params, facts);
}

/** One field's part of a refusal. */
export function fieldError<K extends FieldKey>(
  pointer: string,
  says: K,
  ...[params]: Given<FieldWords, K>
): FieldError {
  return params === undefined ? { pointer, says } : { pointer, says, params };
}

/** 422 for one field. */
export function invalidField<K extends FieldKey>(
  pointer: string,
  says: K,
  ...given: Given<FieldWords, K>
): DomainError {
  return invalidFields([fieldError(pointer, says, ...given)]);
}

/** 422 for several fields at once. */
export function invalidFields(errors: readonly FieldError[], facts: RefusalFacts = {}): DomainError {
  return new DomainError(422, 'invalid_input', {}, { ...facts, errors });
}

/** 404 in one line; also the answer for what lies outside the caller's row scope. */
export function notFound(thing: Thing, id: string): DomainError {
  return refusal(404, 'not_found', { thing, id });
}
