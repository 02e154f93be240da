import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Starts the PostgreSQL that integration tests share. */
const databaseSetup = 'packages/testkit/src/global-setup.ts';

/** Packages without a database: their tests start at once. */
const withoutDatabase = ['kernel', 'contract', 'solver', 'ui', 'city'].map(
  (name) => `packages/${name}/test/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: withoutDatabase } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{packages,modules,apps}/*/test/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/browser/**', ...withoutDatabase],
          globalSetup: existsSync(databaseSetup) ? [databaseSetup] : [],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/browser/**/*.test.ts'],
          globalSetup: [databaseSetup, 'e2e/browser/global-setup.ts'],
          testTimeout: 90_000,
        },
      },
    ],
  },
});
