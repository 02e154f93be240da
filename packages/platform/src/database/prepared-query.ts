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

  /** Name of a prepared statement without values or rows that runs in the same breath before it: a BEGIN. */
  #first: string | undefined;

  constructor(name: string, text: string, values: readonly unknown[], first?: string) {
    super(text);
    this.name = name;
    this.values = values;
    this.#first = first;
  }

  prepare(connection: pg.Connection): void {
    if (this.#first !== undefined) {
      connection.bind({ statement: this.#first, values: [] }, true);
      connection.execute({ portal: '' }, true);
    }
    const shape = shapes.get(connection)?.get(this.name);
    if (shape) {
      Object.assign(this._result, shape);
      this._accumulateRows = true;
    }
    Reflect.apply(prepare, this, [shape ? silentOf(connection) : connection]);
  }

  handleCommandComplete(message: object, connection: pg.Connection): void {
    if (this.#first === undefined) Reflect.apply(handleCommandComplete, this, [message, connection]);
    this.#first = undefined;
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
