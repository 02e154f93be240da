import { parseArgs } from 'node:util';
import { type Finding, openDataFolder } from '@firstfix/platform';
import { examineInstallation } from '@firstfix/server';
import type { Command } from '../command.ts';
import { withStoredData } from '../stored-data.ts';
import { say } from '../terminal.ts';

const SHOWN = 5;

export const doctor: Command = {
  usage: 'doctor [--data .firstfix] [--json]',
  summary: 'Checks that the stored data keeps its promises; runs beside a server too.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { data: { type: 'string', default: '.firstfix' }, json: { type: 'boolean', default: false } },
    });
    const findings = await withStoredData(values.data, (database) =>
      examineInstallation({ database, dataDir: openDataFolder(values.data).root }),
    );
    if (values.json) say(JSON.stringify({ healthy: isHealthy(findings), findings }));
    else for (const finding of findings) report(finding);
    return isHealthy(findings) ? 0 : 1;
  },
};

function isHealthy(findings: readonly Finding[]): boolean {
  return findings.every(({ violations }) => violations.length === 0);
}

function report({ name, promise, violations }: Finding): void {
  say(`${violations.length === 0 ? 'ok  ' : 'FAIL'}  ${name}: ${promise}`);
  for (const violation of violations.slice(0, SHOWN)) say(`      ${violation}`);
  if (violations.length > SHOWN) say(`      and ${violations.length - SHOWN} more`);
}
