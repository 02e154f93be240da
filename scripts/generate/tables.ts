import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseConnection } from '@firstfix/platform';

/** Runs kysely-codegen for every module's schema; answers the files that `check` found different. */
export function generateTables(root: string, connection: DatabaseConnection, check: boolean): string[] {
  const { host, user, database } = connection;
  const url = `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`;
  return readdirSync(join(root, 'modules')).flatMap((module) => {
    const file = join(root, 'modules', module, 'src/tables.ts');
    return generate(module, file, url, check) ? [] : [file];
  });
}

function generate(module: string, file: string, url: string, check: boolean): boolean {
  const args = [
    join(import.meta.dirname, '../../node_modules/kysely-codegen/dist/cli/bin.js'),
    '--dialect=postgres',
    `--url=${url}`,
    `--include-pattern=${module}.*`,
    `--out-file=${file}`,
    '--date-parser=string',
    '--numeric-parser=number',
    '--type-mapping={"timestamptz":"Time","int8":"number","tsvector":"string"}',
    '--custom-imports={"Time":"@firstfix/platform#Time"}',
    ...(check ? ['--verify'] : []),
  ];
  try {
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', check ? 'ignore' : 'inherit'] });
    return true;
  } catch (error) {
    if (!check) throw error;
    return false;
  }
}
