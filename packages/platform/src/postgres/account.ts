import { execFile } from 'node:child_process';
import { lchown, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.ts';
import { OperatorError } from './operator-error.ts';

const run = promisify(execFile);

/**
 * How the PostgreSQL programs are run. PostgreSQL refuses to be root, so for root there are two ways:
 * a user namespace, in which root's own files are seen under an ordinary number, or becoming another user.
 */
export type Account = {
  /** who owns the cluster's files on the disk */
  userId: number;
  groupId: number;
  /** words put before the program */
  prefix: string[];
  spawnOptions: { uid?: number; gid?: number };
};

type User = { userId: number; groupId: number };

/** The account that can run PostgreSQL on `clusterFolder` (which need not exist yet), and the programs' major version. */
export async function chooseAccount(
  binaries: PostgresBinaries,
  clusterFolder: string,
): Promise<{ account: Account; majorVersion: number }> {
  const accounts = process.getuid?.() === 0 ? await accountsForRoot(clusterFolder) : [ownAccount()];
  const failures: unknown[] = [];
  for (const account of accounts) {
    try {
      return { account, majorVersion: await probe(account, binaries, dirname(clusterFolder)) };
    } catch (error) {
      failures.push(error);
    }
  }
  throw new OperatorError(explainFailure(dirname(clusterFolder), failures), { cause: failures.at(-1) });
}

/** Gives the tree to the account, if it belongs to someone else. */
export async function giveTo(account: Account, path: string): Promise<void> {
  const found = await stat(path);
  if (found.uid === account.userId) return;
  await chownTree(path, account);
}

/** The command line that runs `program` under the account. */
export function commandUnder(account: Account, program: string, args: string[]): [string, string[]] {
  const [first, ...rest] = [...account.prefix, program, ...args];
  if (first === undefined) throw new Error('a command needs a program');
  return [first, rest];
}

function ownAccount(): Account {
  return {
    userId: process.getuid?.() ?? 0,
    groupId: process.getgid?.() ?? 0,
    prefix: [],
    spawnOptions: {},
  };
}

async function accountsForRoot(clusterFolder: string): Promise<Account[]> {
  const owner = await findOwner(clusterFolder);
  if (owner !== undefined && owner.userId !== 0) return [otherUser(owner)];
  const ordinary = await findOrdinaryUser();
  const folderOwner = await findOwner(dirname(dirname(clusterFolder)));
  const others = [folderOwner, ordinary].filter((user) => user !== undefined && user.userId !== 0);
  return [
    ...(ordinary === undefined ? [] : [namespaceAs(ordinary)]),
    ...others.flatMap((user) => (user === undefined ? [] : [otherUser(user)])),
  ];
}

/** Needs no system user of our own and works under folders only root may enter. */
function namespaceAs(user: User): Account {
  return {
    userId: 0,
    groupId: 0,
    prefix: ['unshare', '--user', `--map-user=${user.userId}`, `--map-group=${user.groupId}`, '--'],
    spawnOptions: {},
  };
}

function otherUser(user: User): Account {
  return { ...user, prefix: [], spawnOptions: { uid: user.userId, gid: user.groupId } };
}

/** initdb looks its user up by number, so it must be one that the system knows. */
async function findOrdinaryUser(): Promise<User | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const users = lines.filter((fields) => Number(fields[2]) > 0);
  const chosen = users.find((fields) => fields[0] === 'nobody') ?? users[0];
  return chosen && { userId: Number(chosen[2]), groupId: Number(chosen[3]) };
}

async function findOwner(path: string): Promise<User | undefined> {
  try {
    const found = await stat(path);
    return { userId: found.uid, groupId: found.gid };
  } catch {
    return undefined;
  }
}

/** Runs `postgres --version` from inside the folder: proves that both can be reached. */
async function probe(account: Account, binaries: PostgresBinaries, folder: string): Promise<number> {
  const script = 'cd "$1" && exec "$2" --version';
  const [file, args] = commandUnder(account, '/bin/sh', ['-c', script, 'sh', folder, binaries.postgres]);
  const { stdout } = await run(file, args, { env: binaries.env, ...account.spawnOptions });
  const major = /\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`unexpected answer of postgres --version: ${stdout}`);
  return Number(major);
}

async function chownTree(path: string, user: User): Promise<void> {
  await lchown(path, user.userId, user.groupId);
  const found = await stat(path);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await chownTree(join(path, name), user);
}

function explainFailure(folder: string, failures: unknown[]): string {
  const last = failures.at(-1);
  const reason = last instanceof Error ? last.message.trim().split('\n').at(-1) : 'no ordinary user found';
  if (process.getuid?.() !== 0) return `The PostgreSQL programs don't run on this machine: ${reason}`;
  return `PostgreSQL refuses to run as root and no ordinary user could run it on ${folder} (${reason}): start Firstfix as an ordinary user, or put it and its data (--data) where every user may enter.`;
}
