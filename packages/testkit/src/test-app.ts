import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@firstfix/contract';
import { type Client, createClient } from '@firstfix/contract/client';
import { type Id, type Instant, newId, parseInstant } from '@firstfix/kernel';
import { createRuntime, createService, type Runtime, type Service, systemActor } from '@firstfix/platform';
import { createModules } from '@firstfix/server';
import { createTestDatabase } from './test-database.ts';

/** A Saturday morning in Shanghai. */
const START = parseInstant('2026-11-21T01:00:00.000Z');

/** Whom a test signs in as. */
export interface TestAccount {
  readonly role: Role;
  readonly ownId?: Id;
  readonly outletId?: Id;
  readonly territoryIds?: readonly Id[];
  /** As a link sent by message signs in. */
  readonly onlyWorkOrderId?: Id;
}

/** The whole product on a database of its own, serving HTTP; business time stands until moved. */
export interface TestApp {
  readonly url: string;
  readonly runtime: Runtime;
  readonly modules: Awaited<ReturnType<typeof createModules>>;
  /** A client signed in as a new user of that role; without an account, a guest. */
  signIn(account?: TestAccount): Promise<Client>;
  /** The session's token, for tests that speak HTTP themselves. */
  tokenFor(account: TestAccount): Promise<string>;
  now(): Instant;
  /** Moves business time forward and runs what became due. */
  advance(milliseconds: number): Promise<void>;
  /** Runs reactions and due timers until nothing is left. */
  settle(): Promise<void>;
  /** Rows of a statement, for looking behind the API. */
  rows<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

interface TestAppOptions {
  /** What the product serves beside its API. */
  readonly extend?: (http: Service['http']) => Promise<void>;
  /** Whether pumps, jobs and live topics run by themselves, as in the product. */
  readonly live?: boolean;
}

export async function startTestApp({ extend, live = false }: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'firstfix-app-'));
  const runtime = await createRuntime({
    config: {
      databaseUrl: undefined,
      logLevel: process.env.FIRSTFIX_LOG ?? 'error',
      production: false,
      vaultKey: undefined,
      publicUrl: undefined,
      poolSize: 8,
    },
    connection: database.connection,
    dataDir,
    clockFactor: 0,
    afterCommit: () => undefined,
  });
  await runtime.database.pool.query('update platform.business_clock set business_anchor = $1', [
    new Date(START),
  ]);
  await runtime.clock.reload();
  const modules = await createModules(runtime);
  const service = await createService(runtime, modules.parts, modules.authenticator);
  await extend?.(service.http);
  await (live ? service.goLive() : service.background.prepare());
  const url = await service.http.listen({ port: 0, host: '127.0.0.1' });
  const settle = () => service.background.settle();

  async function tokenFor(account: TestAccount): Promise<string> {
    return runtime.transactor.transact(systemActor('test'), (tx) =>
      modules.identity.openSession(tx, {
        userId: newId(),
        role: account.role,
        ownId: account.ownId ?? null,
        outletId: account.outletId ?? null,
        territoryIds: account.territoryIds ?? [],
        onlyWorkOrderId: account.onlyWorkOrderId ?? null,
      }),
    );
  }

  return {
    url,
    runtime,
    modules,
    tokenFor,
    signIn: async (account) => createClient(url, account && (await tokenFor(account))),
    now: () => runtime.clock.now(),
    async advance(milliseconds) {
      await runtime.clock.advanceTo(runtime.clock.now() + milliseconds);
      await settle();
    },
    settle,
    rows: async <Row extends object>(sql: string, parameters: unknown[] = []) =>
      (await runtime.database.plainPool.query<Row>(sql, parameters)).rows,
    async close() {
      await service.close();
      await runtime.database.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
