import {
  type CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type pg from 'pg';

/** Sends a statement and brings what it answers. */
export type Run = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();
const driver = new DummyDriver();
const connections = {
  provideConnection: () =>
    Promise.reject(new Error('Statements run one by one: no connection is handed out.')),
};

/** Kysely for building statements; where they run is ours: its own way there costs more than many a statement. */
export function directKysely(run: Run): Kysely<unknown> {
  return new Kysely(propsOf(run));
}

/** The same inside a transaction. */
export function directTransaction(run: Run): Transaction<unknown> {
  return new Transaction(propsOf(run));
}

const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('Statements run one by one: there is no pool behind Kysely.')),
});

function propsOf(run: Run) {
  return { config: { dialect }, dialect, driver, executor: new DirectExecutor(run) };
}

class DirectExecutor extends DefaultQueryExecutor {
  readonly #run: Run;

  constructor(run: Run) {
    super(compiler, adapter, connections);
    this.#run = run;
  }

  override async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { command, rowCount, rows } = await this.#run(sql, parameters);
      return CHANGES.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
    } catch (error) {
      // from here the way leads back to whoever asked
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }
}
