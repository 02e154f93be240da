import { spawn } from 'node:child_process';
import { localProgramsEnv } from '../local-programs.ts';
import type { Check } from './checks.ts';

export type CheckResult = { name: string; passed: boolean };

/** Runs the checks side by side and prints one line for each as it ends, with its findings if it failed. */
export function runChecks(checks: Check[]): Promise<CheckResult[]> {
  const nameWidth = Math.max(...checks.map(({ name }) => name.length));
  return Promise.all(checks.map((check) => runCheck(check, nameWidth)));
}

async function runCheck({ name, command }: Check, nameWidth: number): Promise<CheckResult> {
  const start = performance.now();
  const { passed, output } = await run(command);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name.padEnd(nameWidth)}  ${seconds.padStart(5)} s`);
  const findings = passed
    ? output.match(/^warning: .*$/gm)?.join('\n')
    : output.trim() || `${command} said nothing`;
  if (findings) console.log(findings.replace(/^/gm, '      '));
  return { name, passed };
}

function run(command: string): Promise<{ passed: boolean; output: string }> {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, { env: localProgramsEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const collect = (chunk: string) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });
}
