import { COMMON_PROBLEMS } from '@firstfix/contract';
import { DomainError, type FieldError } from '@firstfix/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from '../database/sql-state.ts';

/** The one place where what went wrong becomes problem+json (RFC 9457). */
export function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  else if (isUnusableValue(error)) request.log.warn({ err: error }, 'a value slipped past the schema');
  else if (codeOf(error) === UNIQUE_VIOLATION) request.log.warn({ err: error }, 'it was there already');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      type: `/problems/${problem.code}`,
      title: COMMON_PROBLEMS[problem.code] ?? titleOf(problem.code),
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      requestId: request.id,
      ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
      ...problem.extra,
    });
}

/** Two at the same time, or an id the client chose twice. */
const UNIQUE_VIOLATION = '23505';

interface ProblemParts {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;
}

function problemOf(error: unknown): ProblemParts {
  if (error instanceof DomainError) {
    return {
      status: error.status,
      code: error.code,
      detail: error.message,
      errors: error.errors,
      extra: error.extra,
    };
  }
  if (isFastifyError(error)) {
    if (error.validation) return invalid(error);
    if (error.statusCode !== undefined && error.statusCode < 500)
      return refusedByServer(error, error.statusCode);
  }
  if (isUnusableValue(error)) {
    return plain(
      400,
      'invalid_input',
      'The input holds a value that cannot be stored, like a NUL character.',
    );
  }
  if (codeOf(error) === UNIQUE_VIOLATION) {
    return plain(
      409,
      'already_exists',
      'One with this id or name is there already: read it, or choose another.',
    );
  }
  return plain(500, 'internal', 'It is logged under the request id; try again, or tell us the id.');
}

function plain(status: number, code: string, detail: string): ProblemParts {
  return { status, code, detail, errors: [], extra: {} };
}

/** `orders.illegal_transition` → `Illegal transition`. */
function titleOf(code: string): string {
  const words = code.slice(code.indexOf('.') + 1).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('validation' in error || 'statusCode' in error);
}

/** PostgreSQL's class 22: text with a NUL, a number out of range, a date that does not exist. */
function isUnusableValue(error: unknown): boolean {
  return /^22[0-9A-Z]{3}$/.test(codeOf(error));
}

function invalid(error: FastifyError): ProblemParts {
  const errors = (error.validation ?? []).map((issue) => ({
    pointer: pointerOf(issue),
    code: issue.keyword,
    message: issue.message ?? 'does not fit',
  }));
  const where = error.validationContext ?? 'input';
  const first = errors[0];
  return {
    status: 400,
    code: 'invalid_input',
    detail: first
      ? `The ${where} does not fit: ${first.pointer || '/'} ${first.message}.`
      : `The ${where} does not fit.`,
    errors,
    extra: {},
  };
}

/** A missing field is reported at the object around it: point at the field itself. */
function pointerOf(issue: NonNullable<FastifyError['validation']>[number]): string {
  const params: Record<string, unknown> = issue.params;
  const missing = params.requiredProperties ?? params.missingProperty;
  const name = Array.isArray(missing) ? missing[0] : missing;
  return typeof name === 'string' ? `${issue.instancePath}/${name}` : issue.instancePath;
}

function refusedByServer(error: FastifyError, status: number): ProblemParts {
  if (status === 413) return plain(413, 'payload_too_large', 'The body is larger than this operation takes.');
  if (status === 404) return plain(404, 'not_found', 'There is no such path.');
  if (status === 503) return plain(503, 'overloaded', 'Try again in a few seconds.');
  return plain(status === 415 ? 415 : 400, 'invalid_input', error.message);
}
