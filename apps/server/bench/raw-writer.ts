import { type DatabaseConnection, openDatabase } from '@firstfix/platform';

/** A row as text per column, the way it came out of the database. */
interface Template {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (string | null)[];
}

/** Tables a registration writes to, and how their rows name it. */
const TABLES: readonly [table: string, where: string][] = [
  ['requests.service_request', 'id = $1'],
  ['requests.item', 'request_id = $1'],
  ['orders.work_order', 'request_id = $1'],
  ['orders.journey', 'work_order_id in (select id from orders.work_order where request_id = $1)'],
  ['platform.sla_clock', 'subject_id in (select id from orders.work_order where request_id = $1)'],
  ['platform.audit', 'subject_id = $1::text'],
];

/**
 * A program that knows only the rows: it copies those of one registration under new ids, each by a prepared
 * statement, one transaction each, over as many connections as asked.
 */
export async function openRawWriter(connection: DatabaseConnection, requestId: string) {
  const look = openDatabase(connection, { poolSize: 1, onIdleError: () => undefined });
  const templates: Template[] = [];
  for (const [table, where] of TABLES)
    templates.push(...(await readRows(look.plainPool, table, where, requestId)));
  templates.push(...eventRows(requestId));
  await look.close();
  let run = 0;
  return {
    statements: templates.length,
    async write(options: { connections: number; seconds: number }): Promise<number> {
      const pools = openDatabase(connection, { poolSize: options.connections, onIdleError: () => undefined });
      const end = performance.now() + options.seconds * 1000;
      let written = 0;
      const thisRun = ++run;
      const writers = Array.from({ length: options.connections }, async (_, writer) => {
        const client = await pools.pool.connect();
        for (let n = 0; performance.now() < end; n += 1, written += 1) {
          await client.query('begin');
          const turn = { name: `${thisRun}-${writer}-${n}`, ids: new Map<string, string>() };
          for (const template of templates) await insert(client, template, turn);
          await client.query('commit');
        }
        client.release();
      });
      await Promise.all(writers);
      await pools.close();
      return written / options.seconds;
    },
  };
}

type Queryable = Pick<ReturnType<typeof openDatabase>['plainPool'], 'query'>;

async function readRows(
  pool: Queryable,
  table: string,
  where: string,
  requestId: string,
): Promise<Template[]> {
  const [schema, name] = table.split('.');
  const { rows: columns } = await pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER' and data_type <> 'xid8'
     order by ordinal_position`,
    [schema, name],
  );
  const names = columns.map(({ column_name }) => column_name);
  const texts = names.map((column) => `"${column}"::text as "${column}"`).join(', ');
  const { rows } = await pool.query<Record<string, string | null>>(
    `select ${texts} from ${table} where ${where}`,
    [requestId],
  );
  return rows.map((row) => ({ table, columns: names, values: names.map((column) => row[column] ?? null) }));
}

/** What leaves these tables again before anybody can read it back: two events and the clock's timer. */
function eventRows(requestId: string): Template[] {
  const event = (name: string): Template => ({
    table: 'platform.outbox',
    columns: ['event', 'payload', 'screen_topics'],
    values: [name, JSON.stringify({ requestId, at: new Date(0).toISOString() }), `{work-order:${requestId}}`],
  });
  const timer: Template = {
    table: 'platform.timer',
    columns: ['key', 'due_at', 'task', 'payload'],
    values: [`sla:${requestId}:response`, '2100-01-01T00:00:00Z', 'platform.sla_clock', '{}'],
  };
  return [event('bench.registered'), event('bench.opened'), timer];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const UNIQUE = new Set(['number', 'external_id', 'key']);
const FRESH = new Set(['id', 'request_id', 'work_order_id', 'subject_id']);

interface Turn {
  readonly name: string;
  readonly ids: Map<string, string>;
}

/** The same row under ids made of its own and the turn's number. */
async function insert(client: Queryable, { table, columns, values }: Template, turn: Turn): Promise<void> {
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  const names = columns.map((column) => `"${column}"`).join(', ');
  const fresh = values.map((value, index) => {
    const column = columns[index] ?? '';
    if (value === null) return null;
    if (UNIQUE.has(column)) return `${value}-${turn.name}`;
    return FRESH.has(column) ? value.replaceAll(UUID, (id) => freshId(id, turn.ids)) : value;
  });
  await client.query(`insert into ${table} (${names}) values (${places})`, fresh);
}

/** One new id per old one within a turn. */
function freshId(id: string, ids: Map<string, string>): string {
  const known = ids.get(id);
  if (known !== undefined) return known;
  const fresh = crypto.randomUUID();
  ids.set(id, fresh);
  return fresh;
}
