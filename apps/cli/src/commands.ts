import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { cast } from './commands/cast.ts';
import { doctor } from './commands/doctor.ts';
import { importFile } from './commands/import.ts';
import { password } from './commands/password.ts';
import { restore } from './commands/restore.ts';
import { start } from './commands/start.ts';

/** Every command by its name, in the order of the help text. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['start', start],
  ['doctor', doctor],
  ['import', importFile],
  ['backup', backup],
  ['restore', restore],
  ['password', password],
  ['cast', cast],
]);
