import pg from 'pg';
import type { Outbox } from './outbox.ts';
import type { Packet, WireValue } from './packet.ts';
import { type RowReader, rowReader } from './row-reader.ts';

/** A statement of one connection, prepared there when it first runs. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** What is known since it ran once: a prepared statement never changes the shape of its rows. */
  known: { readonly fields: readonly pg.FieldDef[]; readonly read: RowReader } | undefined;
}

/** Names of statements prepared on the same connection, without values or rows: BEGIN, COMMIT. */
export interface Around {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** What pg's types leave out of its connection: the statements it has prepared, and those on their way to be. */
interface Preparing {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
}

type Connection = pg.Connection & Preparing;

/**
 * A prepared statement that asks for the description of its rows only the first time on a connection. Describing
 * dozens of columns, sending and reading it costs both sides more than many a statement itself.
 */
export class PreparedQuery extends pg.Query {
  readonly name: string;
  declare callback: (error: Error | null, result?: pg.QueryResult) => void;
  declare readonly _result: pg.QueryResult & { addCommandComplete(message: object): void };

  readonly #statement: Statement;
  readonly #values: readonly WireValue[];
  readonly #around: Around;
  readonly #outbox: Outbox;
  #completed = 0;
  #unreadable: Error | undefined;

  constructor(outbox: Outbox, statement: Statement, values: readonly WireValue[], around: Around) {
    super(statement.text);
    this.name = statement.name;
    this.#outbox = outbox;
    this.#statement = statement;
    this.#values = values;
    this.#around = around;
  }

  /** Writes the messages; pg asks for it in its turn. */
  prepare(connection: pg.Connection): void {
    const packet = this.#outbox.open();
    const { before, after } = this.#around;
    if (before !== undefined) runIn(packet, before);
    if (!this.#statement.known) this.#parse(packet, connection as Connection);
    packet.bind(this.name, this.#values);
    if (!this.#statement.known) packet.describe();
    packet.execute();
    if (after !== undefined) runIn(packet, after);
    packet.sync();
  }

  #parse(packet: Packet, { parsedStatements, submittedNamedStatements }: Connection): void {
    const { name, text } = this.#statement;
    if (parsedStatements[name] ?? submittedNamedStatements[name]) return;
    packet.parse(name, text);
    submittedNamedStatements[name] = text;
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#statement.known = { fields, read: rowReader(fields) };
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    if (this.#unreadable) return;
    try {
      const row = this.#statement.known?.read(message.fields);
      this._result.rows.push(row);
    } catch (error) {
      this.#unreadable = error instanceof Error ? error : new Error(String(error));
    }
  }

  handleCommandComplete(message: object): void {
    // those before and after tell nothing anybody needs
    if (this.#completed === (this.#around.before === undefined ? 0 : 1)) {
      this._result.addCommandComplete(message);
    }
    this.#completed += 1;
  }

  handleReadyForQuery(): void {
    if (this.#unreadable) {
      this.callback(this.#unreadable);
      return;
    }
    this.#statement.known ??= { fields: [], read: rowReader([]) };
    this._result.fields = [...this.#statement.known.fields];
    this.callback(null, this._result);
  }
}

function runIn(packet: Packet, statement: string): void {
  packet.bind(statement, []);
  packet.execute();
}
