import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { COMMON_PROBLEMS } from '@firstfix/contract';
import { newId } from '@firstfix/kernel';
import type { FastifyBaseLogger } from 'fastify';
import { codeOf } from '../database/sql-state.ts';

/**
 * Answers bytes that never became a request, in the form of every other refusal. There is no reply object yet: the
 * answer is written to the socket, which then closes.
 */
export function refuseSocket(error: Error, socket: Socket, log: FastifyBaseLogger): void {
  if (codeOf(error) === 'ECONNRESET' || socket.destroyed) return;
  const { status, code, detail } = REFUSALS[codeOf(error)] ?? NO_HTTP;
  const requestId = newId();
  log.debug({ err: error, requestId }, 'not a request');
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify({
    type: `/problems/${code}`,
    title: COMMON_PROBLEMS[code],
    status,
    code,
    detail,
    requestId,
  });
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

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

const NO_HTTP: Refusal = { status: 400, code: 'invalid_input', detail: 'This is not a valid HTTP request.' };

/** By the code of Node's parser or server. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    detail:
      'The request line and headers are larger than the server reads: put less into the query or cookies.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timeout',
    detail: 'The request did not arrive in time: send it again.',
  },
};
