/** A command as it is kept on the phone until the server has acknowledged or refused it. */
export interface KeptCommand {
  /** UUIDv7: the order of the ids is the order they were given in. */
  readonly commandId: string;
  /** The engineer who gave it: nobody else's session sends it. */
  readonly engineerId: string;
  readonly visitId: string;
  readonly path: string;
  readonly body: object;
  /** Its id goes as the Idempotency-Key: the body has no place for it. */
  readonly keyed: boolean;
}

const DATABASE = 'firstfix-field';
const STORE = 'commands';

let opened: Promise<IDBDatabase> | undefined;

/** Survives a reload, a flat battery and a lost answer. */
export async function keepCommand(command: KeptCommand): Promise<void> {
  await written((await store('readwrite')).put(command));
}

export async function forgetCommand(commandId: string): Promise<void> {
  await written((await store('readwrite')).delete(commandId));
}

/** In the order they were given. */
export async function listKeptCommands(): Promise<readonly KeptCommand[]> {
  return answered<KeptCommand[]>((await store('readonly')).getAll());
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  opened ??= openDatabase();
  return (await opened).transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE);
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'commandId' });
  return answered(request);
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A write counts once its transaction is complete, not when its request is. */
function written(request: IDBRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const { transaction } = request;
    if (transaction === null) throw new Error('a write stands in a transaction');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
