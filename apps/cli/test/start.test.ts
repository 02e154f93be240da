import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFreePort, firstfix, newDataPath } from './firstfix-process.ts';

const pidIn = (path: string) => Number(/\d+/.exec(readFileSync(path, 'utf8'))?.[0]);

// seven starts of a whole server, one after the other
test('starts, survives every kill, backs up while running, and stops in order', {
  timeout: 120_000,
}, async () => {
  const data = newDataPath();
  const port = String(await findFreePort());
  const ready = `Firstfix is ready: http://localhost:${port}\n`;
  const args = ['start', '--empty', '--data', data, '--port', port];
  const postmaster = () => pidIn(join(data, 'postgres', 'postmaster.pid'));

  const first = firstfix(args);
  await first.waitFor(ready);
  const second = firstfix(args);
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/^Firstfix already runs on [^\n]*\n$/);

  first.child.kill('SIGKILL');
  await first.ended;
  const adopting = firstfix(args);
  await adopting.waitFor(ready);

  process.kill(postmaster(), 'SIGKILL');
  await adopting.waitFor('PostgreSQL had ended unexpectedly; it runs again');
  expect((await fetch(`http://localhost:${port}/`)).status).toBeLessThan(500);

  process.kill(postmaster(), 'SIGKILL');
  adopting.child.kill('SIGKILL');
  await adopting.ended;
  const last = firstfix(args);
  await last.waitFor(ready);

  const renewed = firstfix(['password', 'admin', '--data', data]);
  expect(await renewed.ended).toBe(0);
  const [, password] = /^admin signs in with (\S+) from now on\.\n$/.exec(renewed.output()) ?? [];
  const signIn = await fetch(`http://localhost:${port}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'admin', password }),
  });
  expect(signIn.status).toBe(201);

  const out = join(data, '..', 'backup.tar.gz');
  const backup = firstfix(['backup', '--data', data, '--out', out]);
  expect(await backup.ended, backup.output()).toBe(0);

  last.child.kill('SIGINT');
  expect(await last.ended).toBe(0);
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(join(data, 'server.lock'))).toBe(false);

  const restored = join(data, '..', 'restored');
  expect(await firstfix(['restore', '--from', out, '--data', restored]).ended).toBe(0);
  const again = firstfix(['start', '--empty', '--data', restored, '--port', port]);
  await again.waitFor(ready);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
});
