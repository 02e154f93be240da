import type pg from 'pg';
import type { DoctorCheck } from '../module.ts';

export interface Finding {
  readonly name: string;
  readonly promise: string;
  /** The first violations found; empty when the promise holds. */
  readonly violations: readonly string[];
}

/** A check that finds this many has found enough. */
const MAX_VIOLATIONS = 200;

/** Looks at everything in one REPEATABLE READ, read-only snapshot, so it can run beside a busy server. */
export async function examine(
  pool: pg.Pool,
  dataDir: string,
  checks: readonly DoctorCheck[],
): Promise<Finding[]> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const findings: Finding[] = [];
    for (const check of checks) {
      const violations = await violationsOf(client, dataDir, check);
      findings.push({
        name: check.name,
        promise: check.promise,
        violations: violations.slice(0, MAX_VIOLATIONS),
      });
    }
    return findings;
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

async function violationsOf(
  client: pg.PoolClient,
  dataDir: string,
  { find }: DoctorCheck,
): Promise<string[]> {
  if (typeof find !== 'string') {
    return find({
      dataDir,
      rows: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...parameters])).rows,
    });
  }
  const { rows } = await client.query<{ violation: string }>(`${find} limit ${MAX_VIOLATIONS}`);
  return rows.map(({ violation }) => violation);
}
