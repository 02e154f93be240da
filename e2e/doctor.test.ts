import { type DatabaseConnection, examine, openDatabase, platformChecks } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREAKS } from './doctor-breaks.ts';
import { type LivedIn, takeLivedIn } from './lived-in-databases.ts';
import { buildWorld } from './world.ts';

let app: TestApp;
let databases: LivedIn;
beforeAll(async () => {
  app = await startTestApp();
  await buildWorld(app, 0);
  await app.settle();
  databases = await takeLivedIn(app.runtime.database.connection);
});
afterAll(async () => {
  await databases.drop();
  await app.close();
});

describe('the doctor', () => {
  it('finds nothing in a database that was lived in', async () => {
    expect(await databases.spoiled('select 1', troubles)).toEqual([]);
  });

  it('has a test for every check', () => {
    expect(Object.keys(BREAKS).toSorted()).toEqual(
      allChecks()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it.each(Object.entries(BREAKS))('sees when it is no longer true: %s', async (name, sql) => {
    expect((await databases.spoiled(sql, troubles)).map((trouble) => trouble.name)).toEqual([name]);
  });
});

function allChecks() {
  return [...platformChecks, ...app.modules.parts.flatMap(({ checks }) => checks)];
}

async function troubles(connection: DatabaseConnection) {
  const database = openDatabase(connection, { poolSize: 1, onIdleError: () => undefined });
  try {
    const findings = await examine(database.plainPool, app.runtime.dataDir, allChecks());
    return findings.filter(({ violations }) => violations.length > 0);
  } finally {
    await database.close();
  }
}
