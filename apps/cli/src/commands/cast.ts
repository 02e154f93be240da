import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openDataFolder } from '@firstfix/platform';
import type { Command } from '../command.ts';
import { withStoredData } from '../stored-data.ts';
import { say } from '../terminal.ts';

export const cast: Command = {
  usage: 'cast [--out cast.json] [--data .firstfix]',
  summary:
    'Signs the people of the demo in and writes their sessions to a file, for the simulation in apps/twin.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string', default: '.firstfix' },
        out: { type: 'string', default: 'cast.json' },
      },
    });
    // loaded late: the other commands need not wait for the whole product
    const { castPeople } = await import('@firstfix/server');
    const people = await withStoredData(values.data, (database) =>
      castPeople({ database, dataDir: openDataFolder(values.data).root }),
    );
    await writeFile(values.out, JSON.stringify(people), { mode: 0o600 });
    say(`${people.customers.length} customers and ${people.engineers.length} engineers in ${values.out}`);
    return 0;
  },
};
