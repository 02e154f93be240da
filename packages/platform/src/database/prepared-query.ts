import pg from 'pg';

/** What a row of a prepared statement looks like, as pg keeps it. */
interface RowShape {
  readonly fields: readonly pg.FieldDef[];
  readonly _parsers: readonly ((text: string) => unknown)[] | undefined;
  readonly _prebuiltEmptyResultObject: Readonly<Record<string, null>> | null;
}

/** A step of pg's query its types leave out. */
type Step = (connection: pg.Connection) => void;
const prepare: Step = Reflect.get(pg.Query.prototype, 'prepare');
const handleReadyForQuery: Step = Reflect.get(pg.Query.prototype, 'handleReadyForQuery');
const handleCommandComplete: (message: object, connection: pg.Connection) => void = Reflect.get(
  pg.Query.prototype,
  'handleCommandComplete',
);

/** Names of statements prepared on the same connection. */
export interface Around {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** What each connection knows of its statements: a prepared statement never changes the shape of its rows. */
const shapes = new WeakMap<pg.Connection, Map<string, RowShape>>();
/** The same connections, but asking for no description. */
const silent = new WeakMap<pg.Connection, pg.Connection>();

/**
 * A prepared statement that asks for the description of its rows only the first time on a connection. Describing
 * dozens of columns, sending and reading it costs both sides more than many a statement itself.
 */
export class PreparedQuery extends pg.Query {
  readonly name: string;
  readonly values: readonly unknown[];
  declare callback: (error: Error | null, result?: pg.QueryResult) => void;
  declare readonly _result: RowShape;
  declare _accumulateRows: boolean;

  /** Prepared statements without values or rows that run in the same breath before and after it: BEGIN, COMMIT. */
  readonly #around: Around;
  #completed = 0;

  constructor(name: string, text: string, values: readonly unknown[], around: Around = {}) {
    super(text);
    this.name = name;
    this.values = values;
    this.#around = around;
  }

  prepare(connection: pg.Connection): void {
    const { before, after } = this.#around;
    if (before !== undefined) run(connection, before);
    const shape = shapes.get(connection)?.get(this.name);
    if (shape) {
      Object.assign(this._result, shape);
      this._accumulateRows = true;
    }
    const quiet = shape ? silentOf(connection) : connection;
    Reflect.apply(prepare, this, [after === undefined ? quiet : runningBeforeSync(quiet, after)]);
  }

  handleCommandComplete(message: object, connection: pg.Connection): void {
    // those before and after tell nothing anybody needs
    if (this.#completed === (this.#around.before === undefined ? 0 : 1)) {
      Reflect.apply(handleCommandComplete, this, [message, connection]);
    }
    this.#completed += 1;
  }

  handleReadyForQuery(connection: pg.Connection): void {
    const known = shapes.get(connection) ?? new Map<string, RowShape>();
    shapes.set(connection, known);
    if (!known.has(this.name)) {
      // the rows themselves must not live on with their shape
      const { fields, _parsers, _prebuiltEmptyResultObject } = this._result;
      known.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
    }
    Reflect.apply(handleReadyForQuery, this, [connection]);
  }
}

function silentOf(connection: pg.Connection): pg.Connection {
  const made = silent.get(connection) ?? Object.create(connection, { describe: { value: () => undefined } });
  silent.set(connection, made);
  return made;
}

function run(connection: pg.Connection, statement: string): void {
  connection.bind({ statement, values: [] }, true);
  connection.execute({}, true);
}

/** The connection, but running the statement before it lets the server answer. */
function runningBeforeSync(connection: pg.Connection, statement: string): pg.Connection {
  const sync = () => {
    run(connection, statement);
    connection.sync();
  };
  return Object.create(connection, { sync: { value: sync } });
}
