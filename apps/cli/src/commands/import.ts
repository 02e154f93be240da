import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findErrorCode, OperatorError } from '@firstfix/platform';
import type { ToldReport } from '@firstfix/server';
import type { Command } from '../command.ts';
import { withStoredData } from '../stored-data.ts';
import { remark, say } from '../terminal.ts';

/** Errors shown to a person; `--json` gives all of them. */
const SHOWN_ERRORS = 50;

export const importFile: Command = {
  usage: 'import requests FILE.csv [--source NAME] [--manual] [--dry-run] [--json] [--data .firstfix]',
  summary:
    'Registers service requests from a CSV file, all or none; the same file again changes nothing. --manual leaves triage to agents.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string', default: '.firstfix' },
        source: { type: 'string', default: 'import' },
        manual: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [what, path, ...rest] = positionals;
    if (what !== 'requests' || path === undefined || rest.length > 0) {
      throw new OperatorError('Say what to import and from which file: firstfix import requests FILE.csv');
    }
    const begunAt = performance.now();
    const report = await importInto(values.data, await readBytes(path), {
      source: values.source,
      dryRun: values['dry-run'],
      triage: values.manual ? 'manual' : 'auto',
    });
    const seconds = (performance.now() - begunAt) / 1000;
    if (values.json) say(JSON.stringify({ ...report, seconds: Number(seconds.toFixed(3)) }, null, 2));
    else tell(report, seconds);
    return report.errors.length > 0 ? 1 : 0;
  },
};

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = findErrorCode(error);
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') {
      throw new OperatorError(`${path} cannot be read (${code}).`);
    }
    throw error;
  }
}

async function importInto(
  dataDir: string,
  bytes: Buffer,
  choice: { source: string; dryRun: boolean; triage: 'auto' | 'manual' },
): Promise<ToldReport> {
  // loaded late: the other commands need not wait for the whole product
  const { importRequests } = await import('@firstfix/server');
  return withStoredData(dataDir, (database) => importRequests({ database, dataDir }, bytes, choice));
}

function tell(report: ToldReport, seconds: number): void {
  const { errors, errorCount, ignoredColumns, dryRun } = report;
  if (ignoredColumns.length > 0)
    remark(`Columns nobody knows were left aside: ${ignoredColumns.join(', ')}.`);
  for (const { row, field, message } of errors.slice(0, SHOWN_ERRORS))
    remark(row > 0 ? `Row ${row}${field && `, ${field}`}: ${message}` : message);
  if (errorCount > SHOWN_ERRORS) remark(`… and ${errorCount - SHOWN_ERRORS} more.`);
  if (errorCount > 0) {
    remark(`Nothing was imported: ${errorCount} errors in ${report.rows} rows.`);
    return;
  }
  const how = dryRun ? 'would be registered' : 'registered';
  say(
    `${report.rows} rows: ${report.registered} ${how}, ${report.updated} with new words, ${report.unchanged} unchanged (${seconds.toFixed(1)} s).`,
  );
}
