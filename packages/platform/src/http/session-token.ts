import { refusal } from '@firstfix/contract/refusal';
import type { FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'firstfix_session';

/** The session's token: `Authorization: Bearer …` for programs, the cookie for browsers. */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  if (header?.startsWith('Bearer ')) return header.slice(7);
  const cookie = request.cookies[SESSION_COOKIE];
  if (cookie !== undefined) refuseForeignOrigin(request);
  return cookie;
}

/** A browser sends the cookie for other sites' pages too; only our own pages may change something with it. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (URL.parse(origin)?.host !== request.headers.host) {
    throw refusal(403, 'forbidden/other_site');
  }
}
