/**
 * Proves that the import rules bite: builds a small repository in which every rule is broken in a
 * known file, and expects exactly those violations, no fewer and no more.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruiseImports } from './cruise.ts';

type Planted = {
  path: string;
  imports: string[];
  typesOnly?: boolean;
  /** Rules that must be reported for this file; absent when the file is in order. */
  breaks?: string[];
};

const dependencies: Record<string, string[]> = {
  'packages/kernel': [],
  'packages/contract': ['kernel'],
  'packages/solver': ['kernel'],
  'packages/ui': ['kernel'],
  'packages/city': ['kernel'],
  'packages/platform': ['contract', 'kernel'],
  'modules/orders': ['platform', 'contract', 'kernel'],
  'modules/pay': ['orders', 'platform', 'kernel'],
  'modules/care': ['contracts'],
  'modules/contracts': ['care'],
  'apps/console': ['contract', 'ui', 'kernel', 'orders'],
  'apps/twin': ['contract', 'kernel', 'city', 'platform'],
  'apps/cli': ['platform', 'pay'],
};

const testDependencies: Record<string, string[]> = { 'modules/orders': ['pay'] };

const npmPackages = ['kysely', 'pg', 'fastify'];

const planted: Planted[] = [
  // in order: none of these may be reported
  { path: 'packages/platform/src/pool.ts', imports: ['pg', 'kysely', 'node:fs', '@firstfix/kernel'] },
  { path: 'modules/orders/src/index.ts', imports: ['./module.ts'] },
  { path: 'modules/orders/src/module.ts', imports: ['@firstfix/platform', './store.ts'] },
  { path: 'modules/orders/src/store.ts', imports: ['kysely', './work-order.ts'] },
  { path: 'modules/orders/src/operations/open-work-order.ts', imports: ['kysely', '../store.ts'] },
  { path: 'modules/orders/src/work-order.ts', imports: ['@firstfix/kernel', './promise.ts'] },
  { path: 'modules/orders/src/promise.ts', imports: ['@firstfix/contract'] },
  {
    path: 'modules/orders/test/ledger.test.ts',
    imports: ['pg', 'node:fs', '@firstfix/pay', '../src/promise.ts'],
  },
  {
    path: 'apps/console/src/screen.tsx',
    imports: ['@firstfix/ui', '@firstfix/contract', '@firstfix/kernel'],
  },
  { path: 'apps/twin/src/street.ts', imports: ['@firstfix/city', '@firstfix/contract'] },
  { path: 'apps/cli/src/doctor.ts', imports: ['pg', '@firstfix/platform'] },
  // out of order: each must be reported, by these rules and no other
  { path: 'modules/pay/src/store.ts', imports: ['@firstfix/contract'], breaks: ['declared:modules/pay'] },
  {
    path: 'modules/pay/src/reactions.ts',
    imports: ['../../orders/src/index.ts', 'pg'],
    breaks: ['pg-in-platform-only'],
  },
  {
    path: 'modules/pay/test/a.test.ts',
    imports: ['@firstfix/city'],
    breaks: ['declared-for-tests:modules/pay'],
  },
  {
    path: 'modules/pay/src/jobs.ts',
    imports: ['../../orders/src/promise.ts'],
    breaks: ['public-face:modules/orders'],
  },
  { path: 'modules/pay/src/routes.ts', imports: ['@firstfix/orders/src/promise.ts'], breaks: ['resolvable'] },
  { path: 'modules/pay/src/dawn.ts', imports: ['./dusk.ts'], breaks: ['no-cycles'] },
  { path: 'modules/pay/src/dusk.ts', imports: ['./dawn.ts'] }, // a cycle is reported once
  { path: 'modules/pay/src/wage.ts', imports: ['kysely'], breaks: ['pure-no-infrastructure'] },
  {
    path: 'modules/pay/src/bonus.ts',
    imports: ['fastify'],
    typesOnly: true,
    breaks: ['pure-no-infrastructure'],
  },
  { path: 'modules/pay/src/chain.ts', imports: ['@firstfix/platform'], breaks: ['pure-no-infrastructure'] },
  {
    path: 'modules/pay/src/fine.ts',
    imports: ['pg'],
    breaks: ['pure-no-infrastructure', 'pg-in-platform-only'],
  },
  { path: 'modules/pay/src/month.ts', imports: ['node:crypto'], breaks: ['pure-no-node'] },
  { path: 'modules/pay/src/ledger.ts', imports: ['./store.ts'], breaks: ['pure-no-detour'] },
  { path: 'packages/solver/src/move.ts', imports: ['@firstfix/kernel'], breaks: ['solver-stands-alone'] },
  { path: 'packages/solver/src/timer.ts', imports: ['node:timers'], breaks: ['solver-stands-alone'] },
  {
    path: 'packages/kernel/src/money.ts',
    imports: ['@firstfix/ui'],
    breaks: ['kernel-at-the-bottom', 'declared:packages/kernel'],
  },
  { path: 'packages/ui/src/chart.ts', imports: ['pg'], breaks: ['pg-in-platform-only'] },
  { path: 'apps/console/src/api.ts', imports: ['@firstfix/orders'], breaks: ['remote-app:console'] },
  { path: 'apps/twin/src/world.ts', imports: ['@firstfix/platform'], breaks: ['remote-app:twin'] },
];

const root = mkdtempSync(join(tmpdir(), 'firstfix-import-canary-'));
try {
  plantRepository();
  const { filesRead, violations } = await cruiseImports(root);
  const found = new Set(violations.map(({ rule, from }) => `${rule} in ${from}`));
  const expected = new Set(
    planted.flatMap(({ path, breaks = [] }) => breaks.map((rule) => `${rule} in ${path}`)),
  );
  expected.add('no-package-cycles in @firstfix/care → @firstfix/contracts → @firstfix/care');

  const unseen = [...expected].filter((line) => !found.has(line));
  const unexpected = [...found].filter((line) => !expected.has(line));
  for (const line of unseen) console.log(`not reported: ${line}`);
  for (const line of unexpected) console.log(`reported without reason: ${line}`);
  console.log(`${expected.size} violations planted in ${filesRead} files`);
  process.exitCode = unseen.length + unexpected.length > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true });
}

function plantRepository(): void {
  for (const name of npmPackages) {
    plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    plant(`node_modules/${name}/index.js`, '');
  }
  mkdirSync(join(root, 'node_modules/@firstfix'));
  for (const folder of Object.keys(dependencies)) plantWorkspace(folder);
  for (const { path, imports, typesOnly } of planted) {
    const clause = typesOnly ? 'import type { It } from' : 'import';
    plant(path, imports.map((from) => `${clause} '${from}';\n`).join(''));
  }
}

function plantWorkspace(folder: string): void {
  const name = folder.replace(/.*\//, '');
  const manifest = {
    name: `@firstfix/${name}`,
    exports: { '.': './src/index.ts' },
    dependencies: versions(dependencies[folder]),
    devDependencies: versions(testDependencies[folder]),
  };
  plant(`${folder}/package.json`, JSON.stringify(manifest));
  plant(`${folder}/src/index.ts`, '');
  symlinkSync(join(root, folder), join(root, 'node_modules/@firstfix', name));
}

function versions(names: string[] = []): Record<string, string> {
  return Object.fromEntries(names.map((name) => [`@firstfix/${name}`, '*']));
}

function plant(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
