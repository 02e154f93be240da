/** Runs one benchmark by name, or lists them: `npm run bench -- NAME [arguments of the benchmark]`. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { localProgramsEnv } from './local-programs.ts';

const [wanted, ...rest] = process.argv.slice(2);
const benches = globSync(['bench/*.ts', '{packages,modules,apps}/*/bench/*.ts']).sort();
const matching = benches.filter((path) => basename(path, '.ts') === wanted);
const [only] = matching;

if (only && matching.length === 1) {
  const { status } = spawnSync('node', [only, ...rest], { env: localProgramsEnv(), stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  if (wanted) console.error(matching.length ? `more than one "${wanted}"` : `no benchmark named "${wanted}"`);
  for (const path of wanted && matching.length ? matching : benches) {
    console.log(`${basename(path, '.ts').padEnd(24)}${path}`);
  }
  process.exitCode = wanted ? 1 : 0;
}
