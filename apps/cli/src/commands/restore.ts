import { parseArgs } from 'node:util';
import { OperatorError, restoreBackup } from '@firstfix/platform';
import type { Command } from '../command.ts';
import { say } from '../terminal.ts';

export const restore: Command = {
  usage: 'restore --from FILE.tar.gz|FOLDER --data NEWFOLDER',
  summary: 'Makes a new data folder from a backup.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { from: { type: 'string' }, data: { type: 'string' } },
    });
    if (values.from === undefined) throw new OperatorError('Name the backup with --from.');
    if (values.data === undefined) throw new OperatorError('Name a new folder with --data.');
    const { createdAt } = await restoreBackup({ from: values.from, dataDir: values.data });
    say(`Restored the backup of ${createdAt}. Start it with: firstfix start --data ${values.data}`);
    return 0;
  },
};
