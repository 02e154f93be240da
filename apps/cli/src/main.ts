import { OperatorError } from '@firstfix/platform';
import { COMMANDS } from './commands.ts';
import { helpText } from './help.ts';
import { outliveTerminal, remark, say } from './terminal.ts';

const WRONG_USAGE = 2;

outliveTerminal();
process.exit(await runCommand(process.argv.slice(2)));

async function runCommand([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    say(helpText());
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    remark(`There is no command "${name}"; there are: ${[...COMMANDS.keys()].join(', ')}, help.`);
    return WRONG_USAGE;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return explain(error, command.usage);
  }
}

/** Foreseen failures are a sentence; anything else is a fault of ours and shown in full. */
function explain(error: unknown, usage: string): number {
  if (isWrongUsage(error)) {
    remark(`${error.message}\nUsage: firstfix ${usage}`);
    return WRONG_USAGE;
  }
  remark(
    error instanceof OperatorError ? error.message : String(error instanceof Error ? error.stack : error),
  );
  return 1;
}

function isWrongUsage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
