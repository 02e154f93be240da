import { ApiProblem } from '@firstfix/contract/client';

/** A refusal taken apart: what belongs to which field, and what is left to say above all of them. */
export interface PointedErrors {
  readonly byField: ReadonlyMap<string, string>;
  readonly general: string | undefined;
}

/** Sorts the errors of a problem+json by the first name of their pointer; those of fields not shown are general. */
export function pointedErrors(problem: Error | null, fields: readonly string[]): PointedErrors {
  const byField = new Map<string, string>();
  if (problem === null) return { byField, general: undefined };
  if (!(problem instanceof ApiProblem)) return { byField, general: problem.message };
  const left: string[] = [];
  for (const { pointer, message } of errorsOf(problem)) {
    const name = pointer.split('/')[1] ?? '';
    if (fields.includes(name)) byField.set(name, message);
    else left.push(message);
  }
  if (byField.size === 0 && left.length === 0) left.push(problem.message);
  return { byField, general: left.length > 0 ? left.join(' ') : undefined };
}

function errorsOf({ problem }: ApiProblem): { pointer: string; message: string }[] {
  const { errors } = problem;
  if (!Array.isArray(errors)) return [];
  return errors.map(({ pointer, message }) => ({ pointer: String(pointer), message: String(message) }));
}
