// Plans every city-S day of a folder and prints one JSON line per figure.
//   node packages/solver/bench/city-s.ts [DIR]
// DIR is by default routing/generated in FIRSTFIX_DATA, itself by default ../shared/data beside the repository.
// BENCH_SECONDS (5) wall seconds a day, one thread; BENCH_SEED (1).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { check, readFsInstance, solve } from '../src/index.ts';

const repository = resolve(import.meta.dirname, '../../..');
const data = process.env.FIRSTFIX_DATA ?? join(repository, '../shared/data');
const folder = resolve(process.argv[2] ?? join(data, 'routing/generated'));
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const seed = Number(process.env.BENCH_SEED ?? 1);
// goals for a day: a fifth of those for five
const UNASSIGNED_GOAL = 45 / 5;
const TRAVEL_GOAL = 720_000 / 5;

const files = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^city-S-\d+\.json\.gz$/.test(name))
  : [];
if (files.length === 0) {
  process.stderr.write(
    `no city-S-*.json.gz in ${folder}: give the folder, or set FIRSTFIX_DATA to the data's folder\n`,
  );
  process.exitCode = 1;
} else {
  run(files.sort());
}

function run(names: readonly string[]): void {
  const sum = { violations: 0, unassigned: 0, travelSeconds: 0, lostPriority: 0, iterations: 0 };
  for (const name of names) {
    const problem = readFsInstance(JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()));
    const plan = solve(problem, { seconds, seed });
    const verdict = check(problem, plan);
    const day = name.replace('.json.gz', '');
    print(`${day} unassigned`, verdict.unserved, 'jobs');
    print(`${day} travel`, verdict.travelSeconds, 's');
    sum.violations += verdict.violations.length;
    sum.unassigned += verdict.unserved;
    sum.travelSeconds += verdict.travelSeconds;
    sum.lostPriority += verdict.lostPriority;
    sum.iterations += plan.iterations;
  }
  const days = names.length;
  print(`city-S ${days} days violations`, sum.violations, 'rules', 0);
  print(`city-S ${days} days unassigned`, sum.unassigned, 'jobs', UNASSIGNED_GOAL * days);
  print(`city-S ${days} days travel`, sum.travelSeconds, 's', TRAVEL_GOAL * days);
  print(`city-S ${days} days lost priority`, sum.lostPriority, 'priority + 1');
  print(`city-S ${days} days speed`, Math.round(sum.iterations / days / seconds), 'iterations/s');
}

/** A figure is good when it is not above its goal; some have none. */
function print(figure: string, value: number, unit: string, goal?: number): void {
  const ok = goal === undefined ? undefined : value <= goal;
  process.stdout.write(`${JSON.stringify({ figure, value, unit, goal, ok })}\n`);
}
