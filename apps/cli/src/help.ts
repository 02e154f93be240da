import { COMMANDS } from './commands.ts';

/** The text of `firstfix help`. */
export function helpText(): string {
  const commands = [...COMMANDS.values()].map(
    ({ usage, summary }) => `  firstfix ${usage}\n      ${summary}\n`,
  );
  return `Firstfix, the after-sales service system\n\n${commands.join('\n')}\n  DATABASE_URL   use this PostgreSQL 18 instead of the embedded one`;
}
