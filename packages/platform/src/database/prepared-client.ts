import { Socket } from 'node:net';
import pg from 'pg';
import { Outbox } from './outbox.ts';
import { MOST_VALUES } from './packet.ts';
import { PreparedQuery, type Statement } from './prepared-query.ts';
import { wireValue } from './wire-value.ts';

/** Statement texts prepared per connection; past this many, further texts are sent unnamed. */
const MAX_NAMED_STATEMENTS = 600;

/** A statement holding this comment is planned with its parameters each time (lists over skewed data). */
export const PLAN_EACH_TIME = '/* plan each time */';

/** A statement whose text ends so is followed by COMMIT in the same breath; should it fail, nothing is committed. */
export const AND_COMMIT = ' /* and commit */';

const BEGIN = 'begin';
const COMMIT = 'commit';

/** What a BEGIN answers that has not been sent yet. */
const BEGUN: pg.QueryResult = { command: 'BEGIN', rowCount: null, oid: 0, rows: [], fields: [] };

const statementNames = new Map<string, string | undefined>();

function statementName(text: string): string | undefined {
  if (statementNames.has(text)) return statementNames.get(text);
  if (statementNames.size >= MAX_NAMED_STATEMENTS) return undefined;
  const name = text.includes(PLAN_EACH_TIME) ? undefined : `s${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

// never pushed out by other texts
const BEGIN_NAME = statementName(BEGIN);
const COMMIT_NAME = statementName(COMMIT);

/**
 * Gives every parameterised statement a name, so PostgreSQL parses and plans it once per connection. BEGIN runs in
 * the same breath as the statement after it, COMMIT as the one before it when that says so.
 */
export class PreparedClient extends pg.Client {
  readonly #outbox: Outbox;
  readonly #statements = new Map<string, Statement>();
  readonly #send: (query: pg.Submittable) => void;
  readonly #sendUnnamed: typeof this.query;
  #endsAreReady = false;
  #beginWaits = false;

  constructor(config?: pg.ClientConfig) {
    const socket = new Socket();
    super({ ...config, stream: () => socket });
    this.#outbox = new Outbox(socket);
    this.#send = super.query.bind(this);
    this.#sendUnnamed = super.query.bind(this);
    const query = (text: unknown, values?: unknown, done?: unknown): unknown => {
      if (typeof text !== 'string' || !Array.isArray(values)) {
        this.#outbox.flush();
        return Reflect.apply(this.#sendUnnamed, this, [text, values, done]);
      }
      const answer = this.run(text, values);
      if (typeof done !== 'function') return answer;
      answer.then(
        (result) => done(null, result),
        (error) => done(error),
      );
    };
    // pg's overloads cannot be restated one by one; the shape of the call is passed on unchanged
    this.query = query as typeof this.query;
  }

  /** Runs an empty transaction: from then on its two ends are prepared. */
  async prepareEnds(): Promise<void> {
    await this.run(BEGIN, []);
    await this.run(COMMIT, []);
    this.#endsAreReady = true;
  }

  run(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    if (text === BEGIN && this.#endsAreReady) {
      this.#beginWaits = true;
      return Promise.resolve(BEGUN);
    }
    const statement = this.#statementOf(text);
    return statement ? this.#runPrepared(statement, values) : this.#runUnnamed(text, [...values]);
  }

  #statementOf(text: string): Statement | undefined {
    const known = this.#statements.get(text);
    if (known) return known;
    const name = statementName(text);
    if (name === undefined) return undefined;
    const statement = { name, text, known: undefined };
    this.#statements.set(text, statement);
    return statement;
  }

  #runPrepared(statement: Statement, values: readonly unknown[]): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      // before anything is written: what cannot be sent must leave nothing behind
      const wired = values.map(wireValue);
      if (wired.length > MOST_VALUES) throw new RangeError(`${wired.length} values are too many`);
      const before = this.#beginWaits ? BEGIN_NAME : undefined;
      const after = statement.text.endsWith(AND_COMMIT) ? COMMIT_NAME : undefined;
      this.#beginWaits = false;
      const query = new PreparedQuery(this.#outbox, statement, wired, { before, after });
      query.callback = (error, result) => (result ? resolve(result) : reject(error));
      this.#send(query);
    });
  }

  #runUnnamed(text: string, values: unknown[]): Promise<pg.QueryResult> {
    this.#outbox.flush();
    if (this.#beginWaits) this.#sendUnnamed(BEGIN).catch(() => undefined);
    this.#beginWaits = false;
    const answer = this.#sendUnnamed(text, values);
    if (!text.endsWith(AND_COMMIT)) return answer;
    return Promise.all([answer, this.#sendUnnamed(COMMIT)]).then(([result]) => result);
  }
}
