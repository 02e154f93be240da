import type { Look } from '../bench/database-look.ts';
import type { Acknowledgements } from './acknowledgements.ts';

/** What must be found of an acknowledged operation: `wanted.id` and `wanted.version` are what the answer said. */
interface Trace {
  readonly operation: string;
  /** Field of the answer that names the thing. */
  readonly field: string;
  readonly sql: string;
}

const TRACES: readonly Trace[] = [
  trace(
    'registerRequest',
    'id',
    'from requests.service_request r join orders.work_order o on o.request_id = r.id where r.id = wanted.id',
  ),
  trace('holdSlot', 'id', 'from dispatch.slot_hold where id = wanted.id'),
  trace(
    'bookSlot',
    'id',
    'from orders.work_order where id = wanted.id and version >= wanted.version and window_start_at is not null',
  ),
  trace('assignWorkOrder', 'id', 'from orders.visit where id = wanted.id and version >= wanted.version'),
  trace(
    'acceptVisit',
    'id',
    `from orders.visit where id = wanted.id and version >= wanted.version and state <> 'planned'`,
  ),
  ...[
    'departVisit',
    'arriveVisit',
    'tickFiveOnes',
    'identifyAppliance',
    'recordReadings',
    'diagnose',
    'giveQuote',
    'approveQuote',
    'beginVisit',
    'tickSteps',
    'finishVisit',
  ].map((operation) =>
    trace(
      operation,
      'commandId',
      `from fieldwork.command where command_id = wanted.id and (answer ->> 'version')::int = wanted.version`,
    ),
  ),
  trace(
    'confirmWorkOrder',
    'workOrderId',
    `from orders.work_order where id = wanted.id and version >= wanted.version and state in ('confirmed', 'closed')`,
  ),
  trace('createPayment', 'id', 'from pay.payment where id = wanted.id'),
  trace('simulatePayment', 'id', `from pay.payment where id = wanted.id and state = 'paid'`),
  trace('rateWorkOrder', 'workOrderId', 'from verdict.rating where work_order_id = wanted.id'),
];

function trace(operation: string, field: string, sql: string): Trace {
  return { operation, field, sql };
}

/** Acknowledged things that are not there, by operation. */
export async function findLost(look: Look, told: Acknowledgements): Promise<Record<string, string[]>> {
  const lost: Record<string, string[]> = {};
  for (const { operation, field, sql } of TRACES) {
    const wanted = told
      .answersTo(operation)
      .map((answer) => ({ id: answer[field], version: answer.version ?? 0 }));
    const rows = await look.rows<{ id: string }>(
      `select id::text from jsonb_to_recordset($1::jsonb) as wanted (id uuid, version integer)
       where not exists (select ${sql})`,
      [JSON.stringify(wanted)],
    );
    if (rows.length > 0) lost[operation] = rows.map(({ id }) => id);
  }
  const files = await look.rows<{ hash: string }>(
    `select hash from unnest($1::text[]) as wanted (hash)
     where not exists (select from platform.media m where m.hash = wanted.hash)`,
    [told.files],
  );
  if (files.length > 0) lost.files = files.map(({ hash }) => hash);
  return lost;
}

/** Tables that must hold exactly one row for each acknowledgement once nobody waits for an answer any more. */
const ONE_EACH: readonly (readonly [string, readonly string[]])[] = [
  ['requests.service_request', ['registerRequest']],
  ['orders.work_order', ['registerRequest']],
  ['dispatch.slot_hold', ['holdSlot']],
  ['orders.visit', ['assignWorkOrder']],
  [
    'fieldwork.command',
    TRACES.filter(({ field }) => field === 'commandId').map(({ operation }) => operation),
  ],
  ['pay.payment', ['createPayment']],
  ['verdict.rating', ['rateWorkOrder']],
];

/** What reactions and jobs do once for a cause; each statement lists what is there twice. */
const ONCE: Readonly<Record<string, string>> = {
  message: `select template || ' ' || subject_id as twice from notices.message
    where subject_type = 'work-order' group by template, subject_id having count(*) > 1`,
  earning: `select work_order_id::text as twice from pay.earning
    where replaced_at is null group by work_order_id having count(*) > 1`,
  step: `select work_order_id || ' ' || kind as twice from orders.journey
    where kind in ('opened', 'assigned', 'engineer_departed', 'engineer_arrived', 'work_began', 'work_finished', 'confirmed')
    group by work_order_id, kind having count(*) > 1`,
};

/** Tables with more or fewer rows than were acknowledged, and what came about twice. */
export async function findDoubled(look: Look, told: Acknowledgements): Promise<Record<string, unknown>> {
  const doubled: Record<string, unknown> = {};
  for (const [table, operations] of ONE_EACH) {
    const acknowledged = operations.reduce((sum, operation) => sum + told.answersTo(operation).length, 0);
    const [row] = await look.rows<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    if (row?.rows !== acknowledged) doubled[table] = { acknowledged, rows: row?.rows };
  }
  for (const [what, sql] of Object.entries(ONCE)) {
    const rows = await look.rows<{ twice: string }>(sql);
    if (rows.length > 0) doubled[what] = rows.map(({ twice }) => twice);
  }
  return doubled;
}
