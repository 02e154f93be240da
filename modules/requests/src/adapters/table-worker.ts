import { parentPort } from 'node:worker_threads';
import type { TableReading } from '../import/table.ts';
import { readTable } from './read-table.ts';

/** A file to read, in a thread of its own. */
export interface TableTask {
  readonly bytes: Uint8Array;
  readonly sheet?: string;
}

parentPort?.once('message', ({ bytes, sheet }: TableTask) => {
  void readTable(bytes, sheet).then((reading: TableReading) => parentPort?.postMessage(reading));
});
