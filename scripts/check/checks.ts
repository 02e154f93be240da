/** A check passes when its command exits with 0. The first word is a program of node_modules/.bin. */
export type Check = { name: string; command: string };

/** Every check of `npm run check`. To add one, add its line. */
export const checks: Check[] = [
  { name: 'format and lint', command: 'biome check' },
  { name: 'types', command: 'tsc -p tsconfig.json' },
  { name: 'types of ui', command: 'tsc -p packages/ui/tsconfig.json' },
  { name: 'types of client', command: 'tsc -p packages/client/tsconfig.json' },
  { name: 'types of console', command: 'tsc -p apps/console/tsconfig.json' },
  { name: 'types of engineer', command: 'tsc -p apps/engineer/tsconfig.json' },
  { name: 'types of home', command: 'tsc -p apps/home/tsconfig.json' },
  { name: 'words', command: 'node scripts/check/words.ts' },
  { name: 'words of refusals', command: 'node scripts/check/refusals.ts' },
  { name: 'import rules', command: 'node scripts/check/imports.ts' },
  { name: 'import rules bite', command: 'node scripts/check/import-canary.ts' },
  { name: 'dead code', command: 'knip --no-progress --no-config-hints' },
  { name: 'house rules', command: 'node scripts/check/house-rules.ts' },
];
