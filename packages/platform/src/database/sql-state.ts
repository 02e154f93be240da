/** SQLSTATE of statements behind one that failed in the same transaction. */
export const IN_FAILED_TRANSACTION = '25P02';

/** SQLSTATE of a database error, else an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Name of the constraint a database error names, else an empty text. */
export function constraintOf(error: unknown): string {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : '';
}
