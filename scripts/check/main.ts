import { checks } from './checks.ts';
import { runChecks } from './run-checks.ts';

const results = await runChecks(checks);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
