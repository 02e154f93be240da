import { execFile } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, commandUnder, giveTo } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';
import { settingsText } from './settings.ts';

const run = promisify(execFile);

export const SUPERUSER = 'firstfix';

/** what the name of a cluster in the making ends with, before a number */
const DRAFT = '.new.';

/** Local connections over the socket only; the folder of the socket is closed to other users. */
const HBA = `local all ${SUPERUSER} trust\n`;

const INITDB_ARGS = [
  `--username=${SUPERUSER}`,
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/** Where an embedded cluster's programs and files come from. */
export type ClusterSetup = {
  clusterFolder: string;
  binaries: PostgresBinaries;
  account: Account;
  durable: boolean;
};

/** The major version of the cluster in the folder; undefined if there is no cluster and room for one. */
export async function findClusterVersion(clusterFolder: string): Promise<number | undefined> {
  try {
    return Number(await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8'));
  } catch (error) {
    if (findErrorCode(error) !== 'ENOENT') throw error;
  }
  if ((await listNames(clusterFolder)).length > 0) {
    throw new OperatorError(
      `${clusterFolder} holds files but no PostgreSQL cluster: move them away or choose another folder with --data.`,
    );
  }
  return undefined;
}

/**
 * Makes a new cluster. It gets its final name only when whole, so a kill half-way leaves no broken cluster.
 * Every try has a folder of its own: initdb may outlive a killed launcher for a moment.
 */
export async function initCluster(setup: ClusterSetup): Promise<void> {
  await removeDrafts(setup.clusterFolder);
  const draft = `${setup.clusterFolder}${DRAFT}${process.pid}`;
  await mkdir(draft, { mode: 0o700 });
  await giveTo(setup.account, draft);
  const args = [...INITDB_ARGS, ...(setup.durable ? [] : ['--no-sync']), '-D', draft];
  const [file, words] = commandUnder(setup.account, setup.binaries.initdb, args);
  try {
    await run(file, words, { env: setup.binaries.env, ...setup.account.spawnOptions });
  } catch (cause) {
    throw new OperatorError(`PostgreSQL could not create its files: ${lastLine(cause)}`, { cause });
  }
  await writeFile(join(draft, 'pg_hba.conf'), HBA);
  await appendFile(join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'firstfix.conf'\n");
  await rename(draft, setup.clusterFolder);
}

/** Writes the settings of this version of Firstfix for this machine. */
export async function writeSettings(setup: ClusterSetup): Promise<void> {
  const path = join(setup.clusterFolder, 'firstfix.conf');
  await writeFile(path, settingsText(setup.durable), { mode: 0o600 });
  await giveTo(setup.account, path);
}

async function removeDrafts(clusterFolder: string): Promise<void> {
  const start = `${basename(clusterFolder)}${DRAFT}`;
  const drafts = (await listNames(dirname(clusterFolder))).filter((name) => name.startsWith(start));
  for (const name of drafts) {
    await rm(join(dirname(clusterFolder), name), { recursive: true, force: true, maxRetries: 20 });
  }
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const lines = text.trim().split('\n');
  // initdb ends with what it tidied up; the reason is its line marked as error
  const reason = lines.find((line) => /error:|FATAL:/.test(line)) ?? lines.at(-1) ?? '';
  return reason.replace(/^.*?(error|FATAL): */, '').trim();
}
