import { join } from 'node:path';

/** The three apps people use, each at `/<name>`. */
export const CLIENT_APPS = ['console', 'engineer', 'home'] as const;
export type ClientApp = (typeof CLIENT_APPS)[number];

const ROOT = join(import.meta.dirname, '../../../..');

/** Where finished builds lie, one folder for each app and state of its sources; may be deleted any time. */
export const BUILDS_FOLDER = join(ROOT, '.cache/clients');

/** The app's sources. */
export function sourceFolder(app: ClientApp): string {
  return join(ROOT, 'apps', app);
}

/** Files every app serves as they are, like its icon. */
export const PUBLIC_FOLDER = join(ROOT, 'packages/ui/public');

/** Stands for TypeBox in browsers: the contract's schemas as plain data. */
export const PLAIN_SCHEMAS = join(ROOT, 'packages/contract/src/plain-type.ts');

/** What every app is made of beside its own folder. */
export const SHARED_SOURCES = [
  'packages/client',
  'packages/ui',
  'packages/contract',
  'packages/kernel',
  'package-lock.json',
].map((path) => join(ROOT, path));
