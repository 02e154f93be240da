import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFreePort, firstfix, newDataPath } from './firstfix-process.ts';

/** Runs a command that refuses: exit code and the one line it prints. */
async function refusal(
  args: string[],
  env?: NodeJS.ProcessEnv,
): Promise<{ code: number | null; text: string }> {
  const run = firstfix(args, env);
  const code = await run.ended;
  return { code, text: run.output() };
}

test('a taken port is named in one sentence, before a database is made', async () => {
  const port = await findFreePort();
  const other = createServer().listen(port);
  await once(other, 'listening');
  onTestFinished(() => {
    other.close();
  });
  const data = newDataPath();
  expect(await refusal(['start', '--data', data, '--port', String(port)])).toEqual({
    code: 1,
    text: `Port ${port} is taken by another program: stop it or choose another port with --port.\n`,
  });
  expect(existsSync(join(data, 'postgres'))).toBe(false);
});

test('a data folder that is a file is refused in one sentence', async () => {
  const data = newDataPath();
  writeFileSync(data, 'not a folder');
  const { code, text } = await refusal(['start', '--data', data]);
  expect(code).toBe(1);
  expect(text).toMatch(/^The data folder .* can't be used: there is a file of that name [^\n]*\.\n$/);
});

test.for([
  [['strat'], 2, /^There is no command "strat"; there are: start, /],
  [['start', '--prot', '1'], 2, /^Unknown option '--prot'.*\nUsage: firstfix start /],
  [['start', '--port', 'http'], 1, /^"http" is not a port: [^\n]*\n$/],
  [['password'], 1, /^Name the account: [^\n]*\n$/],
  [['backup'], 1, /^Name a new file or folder with --out\.\n$/],
  [
    ['backup', '--data', '/nowhere', '--out', '/nowhere/b'],
    1,
    /^\/nowhere holds no Firstfix data: [^\n]*\n$/,
  ],
  [['restore', '--from', '/nowhere', '--data', '/nowhere/d'], 1, /^There is no backup at \/nowhere\.\n$/],
] as const)('%s', async ([args, code, text]) => {
  expect(await refusal([...args])).toEqual({ code, text: expect.stringMatching(text) });
});

test('with DATABASE_URL backup points to pg_dump', async () => {
  const env = { DATABASE_URL: 'postgres://localhost/firstfix' };
  expect((await refusal(['backup', '--out', '/nowhere'], env)).text).toMatch(
    /^With DATABASE_URL .*pg_dump[^\n]*\n$/,
  );
});

test('a DATABASE_URL nobody answers at is named in one sentence', async () => {
  const env = { DATABASE_URL: `postgres://me:secret@127.0.0.1:${await findFreePort()}/firstfix` };
  const port = String(await findFreePort());
  const { code, text } = await refusal(['start', '--data', newDataPath(), '--port', port], env);
  expect(code).toBe(1);
  expect(text).toMatch(/^The server of DATABASE_URL \(127\.0\.0\.1:\d+\) can't be used: [^\n]*\.\n$/);
  expect(text).not.toContain('secret');
});

test('help lists every command', async () => {
  const { code, text } = await refusal(['help']);
  expect(code).toBe(0);
  for (const name of ['start', 'backup', 'restore']) expect(text).toContain(`firstfix ${name} `);
});
