/** A code beside how far it is missed, in minutes; null where there is no such measure. */
export interface Missed {
  readonly code: string;
  readonly minutes: number | null;
}

/**
 * What the words of a refusal are filled with, as data: codes, numbers, fen, `YYYY-MM-DD`, RFC 3339. `zone` says
 * where moments are read.
 */
export type RefusalParams = Readonly<Record<string, string | number | readonly (string | Missed)[]>>;

/** One field's problem: a JSON pointer into the input, and the key of its words. */
export interface FieldError {
  readonly pointer: string;
  /** `<code>` or `<code>/<case>`: one code, several wordings. */
  readonly says: string;
  readonly params?: RefusalParams;
}

export type ErrorStatus =
  | 400
  | 401
  | 403
  | 404
  | 408
  | 409
  | 410
  | 412
  | 413
  | 415
  | 422
  | 428
  | 429
  | 431
  | 503;

/** What a refusal carries beside its words: fields it points to, and facts for programs. */
export interface RefusalFacts {
  readonly errors?: readonly FieldError[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/**
 * An expected refusal. `says` is `<module>.<what>`, or `<module>.<what>/<case>` where one code has several wordings;
 * the code stands in the contract beside the endpoint. Its words are found where it is told, in the language of
 * whoever reads them: nothing here is text. Modules make it by the contract's `refusal`, which knows all words.
 */
export class DomainError extends Error {
  readonly status: ErrorStatus;
  readonly says: string;
  readonly params: RefusalParams;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: ErrorStatus, says: string, params: RefusalParams = {}, facts: RefusalFacts = {}) {
    super([says, ...(facts.errors ?? []).map((error) => error.says), JSON.stringify(params)].join(' '));
    this.name = 'DomainError';
    this.status = status;
    this.says = says;
    this.params = params;
    this.errors = facts.errors ?? [];
    this.extra = facts.extra ?? {};
  }

  get code(): string {
    return codeOfWords(this.says);
  }
}

/** `orders.illegal_transition/no_window` → `orders.illegal_transition`. */
export function codeOfWords(says: string): string {
  const [code = says] = says.split('/', 1);
  return code;
}
