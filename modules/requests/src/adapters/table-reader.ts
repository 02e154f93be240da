import { Worker } from 'node:worker_threads';
import { fileError, type Table, type TableReading } from '../import/table.ts';
import type { TableAnswer, TableTask } from './table-worker.ts';

/** What one file may cost. */
export interface ReadingLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** Of the thread's heap, in MB. */
  readonly megabytes: number;
}

const LIMITS: ReadingLimits = { bytes: 64_000_000, milliseconds: 120_000, megabytes: 1_000 };

/** Reads files one after the other in a thread of their own, so that requests go on being answered. */
export class TableReader {
  readonly #limits: ReadingLimits;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits = LIMITS) {
    this.#limits = limits;
  }

  /** `sheet` names the one wanted of a workbook. */
  read(bytes: Uint8Array, sheet?: string): Promise<TableReading> {
    if (bytes.byteLength > this.#limits.bytes) return Promise.resolve(tooLarge(this.#limits));
    const task: TableTask = sheet === undefined ? { bytes } : { bytes, sheet };
    const reading = this.#last.then(() => readInThread(task, this.#limits));
    this.#last = reading.catch(() => undefined);
    return reading;
  }
}

function tooLarge({ bytes }: ReadingLimits): TableReading {
  return fileError({ says: 'too_large/file', params: { megabytes: bytes / 1_000_000 } });
}

const TOO_HEAVY = fileError({ says: 'too_heavy' });

async function readInThread(task: TableTask, limits: ReadingLimits): Promise<TableReading> {
  const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<TableReading>();
  const late = setTimeout(() => resolve(TOO_HEAVY), limits.milliseconds);
  worker.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(TOO_HEAVY);
    else reject(error);
  });
  const rows: Table['rows'][number][] = [];
  worker.on('message', (answer: TableAnswer) => {
    if ('rest' in answer) return resolve(together(answer.rest, rows));
    rows.push(...answer.rows);
    worker.postMessage('taken');
  });
  worker.postMessage(task);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

function together(rest: TableReading, rows: Table['rows']): TableReading {
  return 'error' in rest ? rest : { ...rest, table: { ...rest.table, rows } };
}
