import { ApiProblem } from '@firstfix/contract/client';

/** A refusal taken apart: what belongs to which field, and what is left to say above all of them. */
export interface PointedErrors {
  readonly byField: ReadonlyMap<string, string>;
  readonly general: string | undefined;
}

/**
 * Sorts the errors of a problem+json by the first name of their pointer. With any of a field that is not shown, the
 * whole is said above: it names its fields. `inWords` says what is no refusal.
 */
export function pointedErrors(
  problem: Error | null,
  fields: readonly string[],
  inWords: (problem: Error) => string,
): PointedErrors {
  const byField = new Map<string, string>();
  if (problem === null) return { byField, general: undefined };
  let allShown = false;
  for (const [index, { pointer, message }] of errorsOf(problem).entries()) {
    const name = pointer.split('/')[1] ?? '';
    const shown = fields.includes(name);
    allShown = shown && (allShown || index === 0);
    // a choice of several shapes complains once for each: the first says enough
    if (shown && !byField.has(name)) byField.set(name, message);
  }
  return { byField, general: allShown ? undefined : inWords(problem) };
}

function errorsOf(problem: Error): { pointer: string; message: string }[] {
  if (!(problem instanceof ApiProblem) || !Array.isArray(problem.problem.errors)) return [];
  return problem.problem.errors.map(({ pointer, message }) => ({
    pointer: String(pointer),
    message: String(message),
  }));
}
