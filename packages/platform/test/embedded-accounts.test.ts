import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launch, makeFolder, ORDINARY_USER, query, stop } from './embedded-clusters.ts';

const ordinary = { uid: ORDINARY_USER, gid: ORDINARY_USER };

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  test('an ordinary user runs the server as itself', async () => {
    const dataDir = join(makeFolder(ORDINARY_USER), 'data');
    const launcher = launch(dataDir, ordinary);
    const { connection } = await launcher.nextLine();
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(ORDINARY_USER);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop(launcher);
  });

  test('root runs the cluster of an ordinary user as that user', async () => {
    const dataDir = join(makeFolder(ORDINARY_USER), 'data');
    const theirs = launch(dataDir, ordinary);
    await theirs.nextLine();
    await stop(theirs);

    const roots = launch(dataDir);
    expect(await roots.nextLine()).toMatchObject({ adopted: false });
    await stop(roots);

    const theirsAgain = launch(dataDir, ordinary);
    expect(await theirsAgain.nextLine()).toMatchObject({ adopted: false });
    await stop(theirsAgain);
  });

  test('without user namespaces root uses the account of nobody', async () => {
    const dataDir = join(makeFolder(), 'data');
    const launcher = launch(dataDir, { env: { PATH: '/nowhere' } });
    expect(await launcher.nextLine()).toMatchObject({ adopted: false });
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    await stop(launcher);
  });

  test('without user namespaces a folder nobody else may enter is refused in one sentence', async () => {
    const folder = makeFolder();
    chmodSync(folder, 0o700);
    const launcher = launch(join(folder, 'data'), { env: { PATH: '/nowhere' } });
    expect((await launcher.nextLine()).refused).toMatch(
      /^PostgreSQL refuses to run as root and no ordinary user/,
    );
  });

  test('a folder that cannot be written is refused in one sentence', async () => {
    const launcher = launch(join(makeFolder(), 'data'), ordinary);
    expect((await launcher.nextLine()).refused).toMatch(
      /^The data folder .* can't be used: no permission to write \(user .*\); [^\n]*\.$/,
    );
  });
});
