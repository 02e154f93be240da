import { toRfc3339 } from '@firstfix/kernel';
import { CompiledQuery } from 'kysely';
import { AND_COMMIT } from './prepared-client.ts';
import type { Pending, Tx } from './tx.ts';

/** How each kind of thing is written; `$` stands for its JSON array. */
const PARTS: Readonly<Record<keyof Pending, string>> = {
  events: `insert into platform.outbox (event, payload, screen_topics)
    select * from jsonb_to_recordset($::jsonb) as e (event text, payload jsonb, screen_topics text[])`,
  audit: `insert into platform.audit (at, actor_id, actor_role, action, subject_type, subject_id, request_id,
      remote_address, before, after)
    select * from jsonb_to_recordset($::jsonb) as a (at timestamptz, actor_id uuid, actor_role text, action text,
      subject_type text, subject_id text, request_id text, remote_address text, before jsonb, after jsonb)`,
  timers: `insert into platform.timer (key, due_at, task, payload)
    select * from jsonb_to_recordset($::jsonb) as t (key text, due_at timestamptz, task text, payload jsonb)
    on conflict (key) do update set due_at = excluded.due_at, task = excluded.task, payload = excluded.payload`,
  cancelledTimers: `delete from platform.timer where key in (select jsonb_array_elements_text($::jsonb))`,
  clockStarts: `insert into platform.sla_clock (id, kind, subject_type, subject_id, territory_id, owner, started_at,
      due_at, warn_at)
    select * from jsonb_to_recordset($::jsonb) as c (id uuid, kind text, subject_type text, subject_id uuid,
      territory_id uuid, owner text, started_at timestamptz, due_at timestamptz, warn_at timestamptz)`,
  clockStops: `update platform.sla_clock c
    set stopped_at = s.stopped_at,
      due_at = c.due_at + coalesce(s.stopped_at - c.paused_at, interval '0'),
      paused_at = null,
      breached_at = case
        when c.breached_at is not null then c.breached_at
        when s.stopped_at > c.due_at + coalesce(s.stopped_at - c.paused_at, interval '0')
        then c.due_at + coalesce(s.stopped_at - c.paused_at, interval '0')
      end
    from jsonb_to_recordset($::jsonb) as s (subject_id uuid, kind text, stopped_at timestamptz)
    where c.subject_id = s.subject_id and c.kind = s.kind and c.stopped_at is null`,
  mediaLinks: `insert into platform.media_link (hash, subject_type, subject_id)
    select * from jsonb_to_recordset($::jsonb) as m (hash text, subject_type text, subject_id uuid)
    on conflict do nothing`,
  answers: `insert into platform.idempotency (actor_id, route, key, body_hash, status, answer)
    select * from jsonb_to_recordset($::jsonb) as i (actor_id text, route text, key text, body_hash bytea,
      status smallint, answer jsonb)`,
};

const KINDS = Object.keys(PARTS) as (keyof Pending)[];

/** Statement texts by what they write: a handful of combinations comes up again and again. */
const texts = new Map<string, string>();

/** What the transaction gathered, as one statement of just the parts it needs. Nothing gathered, no statement. */
export function gatheredBy(tx: Tx): CompiledQuery | undefined {
  const kinds = KINDS.filter((kind) => tx.pending[kind].length > 0);
  if (kinds.length === 0) return undefined;
  return CompiledQuery.raw(
    textFor(kinds),
    kinds.map((kind) => JSON.stringify(ROWS[kind](tx))),
  );
}

/** What was gathered of each kind, as rows of its table. */
const ROWS: Readonly<Record<keyof Pending, (tx: Tx) => unknown[]>> = {
  events: ({ pending }) => pending.events,
  audit: ({ pending, actor, now }) =>
    pending.audit.map((entry) => ({
      at: toRfc3339(now),
      actor_id: actor.id,
      actor_role: actor.role,
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      request_id: actor.requestId,
      remote_address: actor.remoteAddress,
      before: entry.before ?? null,
      after: entry.after ?? null,
    })),
  timers: ({ pending }) =>
    pending.timers.map(({ key, dueAt, task, payload }) => ({
      key,
      due_at: toRfc3339(dueAt),
      task,
      payload,
    })),
  cancelledTimers: ({ pending }) => pending.cancelledTimers,
  clockStarts: ({ pending }) =>
    pending.clockStarts.map((start) => ({
      id: start.id,
      kind: start.kind,
      subject_type: start.subjectType,
      subject_id: start.subjectId,
      territory_id: start.territoryId,
      owner: start.owner,
      started_at: toRfc3339(start.startedAt),
      due_at: toRfc3339(start.dueAt),
      warn_at: toRfc3339(start.warnAt),
    })),
  clockStops: ({ pending, now }) =>
    pending.clockStops.map((stop) => ({
      subject_id: stop.subjectId,
      kind: stop.kind,
      stopped_at: toRfc3339(now),
    })),
  mediaLinks: ({ pending }) => pending.mediaLinks,
  answers: ({ pending }) =>
    pending.answers.map((kept) => ({
      actor_id: kept.actorId,
      route: kept.route,
      key: kept.key,
      body_hash: `\\x${kept.bodyHash.toString('hex')}`,
      status: kept.status,
      answer: kept.answer,
    })),
};

function textFor(kinds: readonly (keyof Pending)[]): string {
  const name = kinds.join();
  const known = texts.get(name);
  if (known !== undefined) return known;
  const parts = kinds.map((kind, index) => `${kind} as (${PARTS[kind].replace('$', `$${index + 1}`)})`);
  const text = `with ${parts.join(', ')} select${AND_COMMIT}`;
  texts.set(name, text);
  return text;
}
