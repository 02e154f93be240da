import { parseArgs } from 'node:util';
import { OperatorError, openDataFolder } from '@firstfix/platform';
import type { Command } from '../command.ts';
import { withStoredData } from '../stored-data.ts';
import { say } from '../terminal.ts';

export const password: Command = {
  usage: 'password NAME [--data .firstfix]',
  summary:
    'Gives a member of staff a new password and ends their sessions, should nobody be able to sign in.',
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string', default: '.firstfix' } },
    });
    const [userName] = positionals;
    if (userName === undefined || positionals.length > 1)
      throw new OperatorError('Name the account: firstfix password admin.');
    // loaded late: the other commands need not wait for the whole product
    const { resetPassword } = await import('@firstfix/server');
    const given = await withStoredData(values.data, (database) =>
      resetPassword({ database, dataDir: openDataFolder(values.data).root, userName }),
    );
    if (given === undefined)
      throw new OperatorError('No account has this name: the admin of a new installation is called admin.');
    say(`${userName} signs in with ${given} from now on.`);
    return 0;
  },
};
