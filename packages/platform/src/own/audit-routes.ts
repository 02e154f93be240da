import type { QueryOf } from '@firstfix/contract';
import { listAudit, listAuditSeals } from '@firstfix/contract/platform/endpoints';
import { parseInstant, toDate, toRfc3339 } from '@firstfix/kernel';
import { decodeCursor, toPage } from '../http/cursor.ts';
import { query, type Route } from '../http/route.ts';
import type { Runtime } from '../runtime.ts';

const PAGE = 50;

/** Who did what, and the seals that prove it was not changed since. */
export function auditRoutes({ database: { pool } }: Runtime): Route[] {
  return [
    query(listAudit, async ({ query: asked }) => {
      const { limit = PAGE } = asked;
      const { rows } = await pool.query<AuditRecord>(AUDIT_ROWS, [...auditFilters(asked), limit + 1]);
      return toPage(rows, limit, presentAudit, (row) => [row.id]);
    }),
    query(listAuditSeals, async ({ query: { cursor, limit = PAGE } }) => {
      const { rows } = await pool.query<SealRecord>(
        `select seq, row_count, encode(hash, 'hex') as hash, sealed_at from platform.audit_seal
         where $1::bigint is null or seq < $1 order by seq desc limit $2`,
        [beforeOf(cursor), limit + 1],
      );
      return toPage(rows, limit, presentSeal, (row) => [row.seq]);
    }),
  ];
}

const AUDIT_ROWS = `select id, at, actor_id, actor_role, action, subject_type, subject_id, request_id, before, after
  from platform.audit
  where ($1::bigint is null or id < $1) and ($2::text is null or subject_id = $2)
    and ($3::uuid is null or actor_id = $3) and ($4::text is null or actor_role = $4)
    and ($5::text is null or action = $5)
    and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
  order by id desc limit $8`;

function auditFilters(asked: QueryOf<typeof listAudit>): unknown[] {
  const { cursor, subjectId, actorId, actorRole, action, from, to } = asked;
  return [beforeOf(cursor), subjectId, actorId, actorRole, action, timeOf(from), timeOf(to)];
}

function beforeOf(cursor: string | undefined): number | null {
  return cursor === undefined ? null : decodeCursor(cursor, 'number')[0];
}

function timeOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : toDate(parseInstant(text));
}

interface AuditRecord {
  id: number;
  at: number;
  actor_id: string | null;
  actor_role: string;
  action: string;
  subject_type: string;
  subject_id: string | null;
  request_id: string;
  before: unknown;
  after: unknown;
}

function presentAudit(row: AuditRecord) {
  return {
    id: row.id,
    at: toRfc3339(row.at),
    actorId: row.actor_id,
    actorRole: row.actor_role,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    requestId: row.request_id,
    before: row.before,
    after: row.after,
  };
}

interface SealRecord {
  seq: number;
  row_count: number;
  hash: string;
  sealed_at: number;
}

function presentSeal(row: SealRecord) {
  return { sequence: row.seq, rows: row.row_count, hash: row.hash, sealedAt: toRfc3339(row.sealed_at) };
}
