import { cruiseImports } from './cruise.ts';

const { filesRead, violations } = await cruiseImports(process.cwd());

for (const { rule, from, to, comment } of violations) {
  console.log(`${from}${to && ` → ${to}`}\n  ${rule}${comment && `: ${comment}`}`);
}
console.log(`${filesRead} files read, ${violations.length} imports break a rule`);
process.exitCode = violations.length > 0 ? 1 : 0;
