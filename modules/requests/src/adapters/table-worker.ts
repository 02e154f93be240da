import { once } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Table, TableReading } from '../import/table.ts';
import { readTable } from './read-table.ts';

/** A file to read, in a thread of its own. */
export interface TableTask {
  readonly bytes: Uint8Array;
  readonly sheet?: string;
}

/** Rows in their order, each lot after any word that the one before was taken; at the end all else. */
export type TableAnswer = { readonly rows: Table['rows'] } | { readonly rest: TableReading };

/** Rows the server takes over at once: more would make it halt. */
const LOT = 1_000;

parentPort?.once('message', (task: TableTask) => {
  if (parentPort) void answer(parentPort, task);
});

async function answer(port: MessagePort, { bytes, sheet }: TableTask): Promise<void> {
  const reading = await readTable(bytes, sheet);
  if ('error' in reading) {
    send(port, { rest: reading });
    return;
  }
  const { header, rows } = reading.table;
  for (let at = 0; at < rows.length; at += LOT) {
    send(port, { rows: rows.slice(at, at + LOT) });
    await once(port, 'message');
  }
  send(port, { rest: { ...reading, table: { header, rows: [] } } });
}

function send(port: MessagePort, message: TableAnswer): void {
  port.postMessage(message);
}
