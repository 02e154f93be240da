import { BASE_MAP_PATH, boxOfKey } from '@firstfix/contract/base-map';
import { refusal } from '@firstfix/contract/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BaseMap } from './base-map.ts';
import { type MapAnswer, MapAnswers, packLayer } from './map-answers.ts';

const HIDDEN = { schema: { hide: true } };
const WHOLE = 'whole';
/** A day of the demo looks at some dozens of ways. */
const REMEMBERED = 200;

/**
 * Serves the base map: all of it at `/map/whole`, a part at `/map/<box>`. It says nothing about anybody, so it needs no sign-in. Without
 * a map every part is empty (204), and clients draw on bare ground.
 */
export function serveMap(http: FastifyInstance, map: BaseMap | undefined): void {
  const answers = new MapAnswers(REMEMBERED);
  http.get(`${BASE_MAP_PATH}/:part`, HIDDEN, async (request, reply) => {
    if (map === undefined) return reply.code(204).send();
    const { part } = request.params as { part: string };
    return sendLayer(request, reply, await answers.get(part, () => makeAnswer(map, part)));
  });
}

async function makeAnswer(map: BaseMap, part: string): Promise<MapAnswer> {
  if (part === WHOLE) return packLayer(map.whole());
  const box = boxOfKey(part);
  if (!box) throw refusal(404, 'not_found/map_part', { part, whole: WHOLE });
  return packLayer(map.within(box));
}

function sendLayer(request: FastifyRequest, reply: FastifyReply, answer: MapAnswer): FastifyReply {
  reply.headers({
    'content-type': 'application/geo+json; charset=utf-8',
    'cache-control': 'no-cache',
    etag: answer.etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send();
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(answer.br);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(answer.gzip);
  return reply.send(answer.plain);
}
