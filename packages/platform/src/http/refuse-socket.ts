import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refusal } from '@firstfix/contract/refusal';
import { newId } from '@firstfix/kernel';
import type { FastifyBaseLogger } from 'fastify';
import { codeOf } from '../database/sql-state.ts';
import { type ProblemParts, writeProblem } from './problem-reply.ts';

/**
 * Answers bytes that never became a request, in the form of every other refusal. There is no reply object yet: the
 * answer is written to the socket, which then closes.
 */
export function refuseSocket(error: Error, socket: Socket, log: FastifyBaseLogger): void {
  if (codeOf(error) === 'ECONNRESET' || socket.destroyed) return;
  const problem = REFUSALS[codeOf(error)] ?? NO_HTTP;
  const { status } = problem;
  const requestId = newId();
  log.debug({ err: error, requestId }, 'not a request');
  if (!socket.writable) return void socket.destroy();
  // the header that says the language was not read: as for programs
  const body = JSON.stringify(writeProblem(problem, 'en', requestId));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      `x-request-id: ${requestId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

const NO_HTTP = refusal(400, 'invalid_input/no_http');

/** By the code of Node's parser or server. */
const REFUSALS: Readonly<Record<string, ProblemParts>> = {
  HPE_HEADER_OVERFLOW: refusal(431, 'headers_too_large'),
  ERR_HTTP_REQUEST_TIMEOUT: refusal(408, 'request_timeout'),
};
