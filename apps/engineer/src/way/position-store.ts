import type { TimedPosition } from '@firstfix/contract/fieldwork/positions';

/** A position as it is kept on the phone until the server has taken it. */
export interface KeptPosition extends TimedPosition {
  /** The engineer it is of: nobody else's session sends it. */
  readonly engineerId: string;
  readonly visitId: string;
}

const DATABASE = 'firstfix-way';
const STORE = 'positions';

let opened: Promise<IDBDatabase> | undefined;

/** Survives a reload and a flat battery; the last ones may be lost with it. */
export async function keepPosition(position: KeptPosition): Promise<void> {
  await written((await transaction('readwrite')).put(position).transaction);
}

export async function forgetPositions(positions: readonly KeptPosition[]): Promise<void> {
  const store = await transaction('readwrite');
  for (const { visitId, at } of positions) store.delete([visitId, at]);
  await written(store.transaction);
}

/** Of all visits, in the order of time within each. */
export async function listKeptPositions(): Promise<readonly KeptPosition[]> {
  const store = await transaction('readonly');
  return answered<KeptPosition[]>(store.getAll());
}

async function transaction(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opened ??= openDatabase();
  return (await opened).transaction(STORE, mode).objectStore(STORE);
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['visitId', 'at'] });
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function written(transaction: IDBTransaction | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (transaction === null) throw new Error('a write stands in a transaction');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
