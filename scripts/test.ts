/**
 * Runs every check and every test, and ends with the line `N passed, N failed`; a check counts as
 * one test. With arguments (`npm test -- modules/orders`) only the tests whose path contains one of them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './check/checks.ts';
import { runChecks } from './check/run-checks.ts';
import { localProgramsEnv } from './local-programs.ts';

type Count = { passed: number; failed: number };

/** The part of Vitest's JSON report that is read here. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const filters = process.argv.slice(2);
const checked = filters.length > 0 ? { passed: 0, failed: 0 } : await countChecks();
const tested = await countTests(filters);
const total = { passed: checked.passed + tested.passed, failed: checked.failed + tested.failed };

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function countChecks(): Promise<Count> {
  const results = await runChecks(checks);
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed };
}

async function countTests(filters: string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'firstfix-test-'));
  try {
    const reportPath = join(folder, 'report.json');
    const exitCode = await runVitest(filters, reportPath);
    const count = countReport(JSON.parse(readFileSync(reportPath, 'utf8')) as Report);
    // an error outside any test, or no test at all, is a failure that no test carries
    const uncounted = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
    return uncounted ? { ...count, failed: 1 } : count;
  } catch (error) {
    console.log(`the tests ended without a report: ${error}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countReport({ numPassedTests, numFailedTests, testResults }: Report): Count {
  const brokenFiles = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && assertionResults.every((test) => test.status !== 'failed');
  });
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

function runVitest(filters: string[], reportPath: string): Promise<number | null> {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
    ...filters,
  ];
  const child = spawn('vitest', args, { env: localProgramsEnv(), stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
