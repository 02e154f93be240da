import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { DatabaseConnection } from '../database/connection.ts';
import { chooseAccount, giveTo } from './account.ts';
import { getPostgresBinaries } from './binaries.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { findErrorCode } from './error-code.ts';
import { waitForLock } from './folder-lock.ts';
import {
  type ClusterSetup,
  findClusterVersion,
  initCluster,
  SUPERUSER,
  writeSettings,
} from './init-cluster.ts';
import { OperatorError } from './operator-error.ts';
import { abortPostmaster, launchPostmaster, stopPostmaster, waitUntilSettled } from './postmaster.ts';
import type { Postmaster } from './postmaster-file.ts';
import { prepareSocketFolder, removeSocketFolder } from './socket-folder.ts';

const DATABASE = 'firstfix';
/** SQLSTATE of a server that is starting or recovering */
const CANNOT_CONNECT_NOW = '57P03';
const START_PATIENCE_MS = 120_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;

export type EmbeddedPostgres = {
  /** `host` is the folder of the server's socket */
  connection: DatabaseConnection;
  /** process number of the server; another one after a restart by `keepPostgresRunning` */
  pid: number;
  /** whether the server was already running */
  adopted: boolean;
  /** Stops the server, whoever started it, and waits for its end. */
  stop(): Promise<void>;
  /** Stops the server without waiting; the next start replays the log, nothing acknowledged is lost. */
  abort(): void;
};

export type EmbeddedPostgresOptions = {
  /** the data folder; the cluster stands in its `postgres` */
  dataDir: string;
  /** false only for throw-away test clusters: no fsync, a crash of the machine may break the cluster */
  durable?: boolean;
  /** told in one sentence what takes long */
  report?: (sentence: string) => void;
};

/**
 * Runs the embedded PostgreSQL on a data folder: makes the cluster if there is none, takes over a server that
 * lives there already, waits for one that is dying. The server outlives this process unless stopped.
 * @throws OperatorError if the folder, the cluster's version or the machine doesn't allow it
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = openDataFolder(options.dataDir);
  const lock = await waitForLock(folder.startLock, START_PATIENCE_MS);
  try {
    const { postmaster, adopted } = await getServer(folder, options);
    const connection = connectionTo(postmaster);
    await ensureDatabase(connection);
    return {
      connection,
      pid: postmaster.pid,
      adopted,
      stop: async () => {
        await stopPostmaster(folder.cluster);
        await removeSocketFolder(postmaster.socketFolder, folder.cluster);
      },
      abort: () => abortPostmaster(folder.cluster),
    };
  } finally {
    lock.release();
  }
}

/** The connection to the embedded database that runs on this data folder, if one does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<DatabaseConnection | undefined> {
  const running = await waitUntilSettled(openDataFolder(dataDir).cluster);
  return running && connectionTo(running);
}

async function getServer(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
): Promise<{ postmaster: Postmaster; adopted: boolean }> {
  const running = await waitUntilSettled(folder.cluster);
  if (running !== undefined) return { postmaster: running, adopted: true };
  const setup = await prepareCluster(folder, options);
  const socketFolder = await prepareSocketFolder(folder.cluster, setup.account);
  const postmaster = await launchPostmaster(setup, socketFolder, openLog(folder));
  return { postmaster, adopted: false };
}

async function prepareCluster(folder: DataFolder, options: EmbeddedPostgresOptions): Promise<ClusterSetup> {
  const clusterVersion = await findClusterVersion(folder.cluster);
  const binaries = await getPostgresBinaries(folder.libraries);
  const { account, majorVersion } = await chooseAccount(binaries, folder.cluster);
  const setup = { clusterFolder: folder.cluster, binaries, account, durable: options.durable ?? true };
  if (clusterVersion === undefined) {
    options.report?.(`Preparing the database in ${folder.root}`);
    await initCluster(setup);
  } else if (clusterVersion !== majorVersion) {
    throw new OperatorError(
      `The data in ${folder.root} was written by PostgreSQL ${clusterVersion}, this Firstfix carries PostgreSQL ${majorVersion}: start it with the Firstfix it was made by, or choose another folder with --data.`,
    );
  }
  await giveTo(account, folder.cluster);
  await writeSettings(setup);
  return setup;
}

/** The server's log, begun anew when it has grown long; the one before is kept. */
function openLog(folder: DataFolder): string {
  const path = join(folder.log, 'postgres.log');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return path;
}

function connectionTo(postmaster: Postmaster): DatabaseConnection {
  return { host: postmaster.socketFolder, port: postmaster.port, database: DATABASE, user: SUPERUSER };
}

async function ensureDatabase(connection: DatabaseConnection): Promise<void> {
  const client = await connectPatiently({ ...connection, database: 'postgres' });
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A server that has just lost one of its processes takes connections again once it has replayed its log. */
async function connectPatiently(connection: DatabaseConnection): Promise<Client> {
  const deadline = performance.now() + START_PATIENCE_MS;
  for (;;) {
    const client = new Client(connection);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (findErrorCode(error) !== CANNOT_CONNECT_NOW || performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}
