/** One field's problem: a JSON pointer into the input, a stable code, words for a person. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 422 | 428 | 429 | 503;

/**
 * An expected refusal. `code` is `<module>.<what>` and stands in the contract beside the endpoint;
 * one handler turns it into problem+json. `detail` says the reason and the way out.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly status: ErrorStatus;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: ErrorStatus,
    code: string,
    detail: string,
    more: { errors?: readonly FieldError[]; extra?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(detail);
    this.name = 'DomainError';
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.extra = more.extra ?? {};
  }
}

/** 404 in one line; also the answer for what lies outside the caller's row scope. */
export function notFound(thing: string, id: string): DomainError {
  return new DomainError(404, 'not_found', `No ${thing} ${id} that you may see.`);
}

/** 422 for one field. */
export function invalidField(pointer: string, code: string, message: string): DomainError {
  return new DomainError(422, 'invalid_input', message, { errors: [{ pointer, code, message }] });
}
