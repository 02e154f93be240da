import { type Language, preferredLanguage } from '@firstfix/contract/language';
import { titleOf } from '@firstfix/contract/problems';
import { refusal } from '@firstfix/contract/refusal';
import { sayRefusal, tellField } from '@firstfix/contract/refusals/say';
import { codeOfWords, DomainError, type FieldError, type RefusalParams } from '@firstfix/kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from '../database/sql-state.ts';
import { fieldErrorsOf } from './schema-errors.ts';

/** The one place where what went wrong becomes problem+json (RFC 9457), in the language the request asks for. */
export function replyWithProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  else if (isUnusableValue(error)) request.log.warn({ err: error }, 'a value slipped past the schema');
  else if (codeOf(error) === UNIQUE_VIOLATION) request.log.warn({ err: error }, 'it was there already');
  const language = preferredLanguage(request.headers['accept-language']);
  return reply
    .code(problem.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      vary: 'accept-language',
    })
    .serializer(JSON.stringify)
    .send(writeProblem(problem, language, request.id));
}

/** What is told of a refusal: which words, what fills them, the fields it points to, facts for programs. */
export interface ProblemParts {
  readonly status: number;
  readonly says: string;
  readonly params: RefusalParams;
  readonly errors: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The body of a problem: code and parameters for programs, words for people. */
export function writeProblem(problem: ProblemParts, language: Language, requestId: string) {
  const { status, says, params, errors, extra } = problem;
  const code = codeOfWords(says);
  return {
    type: `/problems/${code}`,
    title: titleOf(code, status, language),
    status,
    code,
    detail: sayRefusal(language, problem),
    requestId,
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors: errors.map((one) => tellField(language, one)) } : {}),
    ...extra,
  };
}

/** Two at the same time, or an id the client chose twice. */
const UNIQUE_VIOLATION = '23505';

function problemOf(error: unknown, request: FastifyRequest): ProblemParts {
  if (error instanceof DomainError) return error;
  if (isFastifyError(error)) {
    if (error.validation) return invalid(error, error.validation);
    if (error.statusCode !== undefined && error.statusCode < 500)
      return refusedByServer(error.statusCode, request);
  }
  if (isUnusableValue(error)) return refusal(400, 'invalid_input/unstorable');
  if (codeOf(error) === UNIQUE_VIOLATION) return refusal(409, 'already_exists');
  return { status: 500, says: 'internal', params: {}, errors: [], extra: {} };
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('validation' in error || 'statusCode' in error);
}

/** PostgreSQL's class 22: text with a NUL, a number out of range, a date that does not exist. */
function isUnusableValue(error: unknown): boolean {
  return /^22[0-9A-Z]{3}$/.test(codeOf(error));
}

function invalid(error: FastifyError, issues: NonNullable<FastifyError['validation']>): DomainError {
  const params = { part: error.validationContext ?? 'body' };
  return refusal(400, 'invalid_input/schema', params, { errors: fieldErrorsOf(issues) });
}

function refusedByServer(status: number, { method, url }: FastifyRequest): DomainError {
  if (status === 413) return refusal(413, 'payload_too_large');
  if (status === 404) return refusal(404, 'not_found/path', { method, path: url });
  if (status === 503) return refusal(503, 'overloaded');
  if (status === 415) return refusal(415, 'invalid_input/media_type');
  return refusal(400, 'invalid_input/unreadable');
}
