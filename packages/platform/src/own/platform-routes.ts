import {
  getBusinessClock,
  MEDIA_TYPES,
  readMedia,
  setClockFactor,
  uploadMedia,
} from '@firstfix/contract/platform/endpoints';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { toDate, toRfc3339 } from '@firstfix/kernel';
import { query, type Route, replyTo } from '../http/route.ts';
import type { SubjectGuard } from '../module.ts';
import { policyRoutes } from '../policy/policy-routes.ts';
import type { Runtime } from '../runtime.ts';
import { auditRoutes } from './audit-routes.ts';
import { systemStateRoute } from './system-state.ts';

/** Operations the platform itself answers: clock, files, audit trail, its own state. */
export function platformRoutes(runtime: Runtime, guards: Readonly<Record<string, SubjectGuard>>): Route[] {
  return [
    query(getBusinessClock, async () => clockView(runtime)),
    replyTo(setClockFactor, async ({ body }) => {
      if (runtime.clock.production) {
        throw refusal(409, 'platform.clock_is_the_wall');
      }
      await runtime.clock.setFactor(body.factor);
      return clockView(runtime);
    }),
    uploadRoute(runtime),
    readRoute(runtime, guards),
    ...auditRoutes(runtime),
    systemStateRoute(runtime),
    ...policyRoutes(runtime.policies),
  ];
}

function clockView({ clock }: Runtime) {
  const { wallAnchor, businessAnchor, factor } = clock.anchor;
  return {
    wallAnchor: toRfc3339(wallAnchor),
    businessAnchor: toRfc3339(businessAnchor),
    factor,
    now: toRfc3339(clock.now()),
    production: clock.production,
  };
}

function uploadRoute(runtime: Runtime): Route {
  return replyTo(uploadMedia, async ({ body, now, caller }, reply) => {
    const contentType = reply.request.headers['content-type'] ?? '';
    const bytes: unknown = body;
    if (!Buffer.isBuffer(bytes) || !looksLike(contentType, bytes)) {
      throw refusal(422, 'platform.media_type_unknown', { contentTypes: MEDIA_TYPES.join(', ') });
    }
    const hash = await runtime.media.put(bytes);
    await runtime.database.pool.query(
      `insert into platform.media (hash, byte_size, content_type, uploaded_by, received_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [hash, bytes.length, contentType, caller.userId, toDate(now)],
    );
    return reply.code(201).send({ hash, byteSize: bytes.length, contentType });
  });
}

const SIGNATURES: Readonly<Record<(typeof MEDIA_TYPES)[number], readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
  'application/pdf': [0x25, 0x50, 0x44, 0x46],
};

function looksLike(contentType: string, bytes: Buffer): boolean {
  const type = MEDIA_TYPES.find((known) => known === contentType);
  return type !== undefined && SIGNATURES[type].every((byte, index) => bytes[index] === byte);
}

function readRoute(runtime: Runtime, guards: Readonly<Record<string, SubjectGuard>>): Route {
  return replyTo(readMedia, async ({ params: { hash }, caller }, reply) => {
    const { rows } = await runtime.database.pool.query<{ content_type: string; uploaded_by: string }>(
      'select content_type, uploaded_by from platform.media where hash = $1',
      [hash],
    );
    const [file] = rows;
    if (!file) throw notFound('file', hash);
    const links = await runtime.database.pool.query<{ subject_type: string; subject_id: string }>(
      'select subject_type, subject_id from platform.media_link where hash = $1',
      [hash],
    );
    const visible = await Promise.all(
      links.rows.map(async (link) => guards[link.subject_type]?.(caller, link.subject_id) ?? false),
    );
    if (file.uploaded_by !== caller.userId && !visible.includes(true)) throw notFound('file', hash);
    return reply
      .header('content-type', file.content_type)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('x-content-type-options', 'nosniff')
      .send(runtime.media.read(hash));
  });
}
