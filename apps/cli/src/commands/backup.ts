import { parseArgs } from 'node:util';
import { backupDataFolder, OperatorError } from '@firstfix/platform';
import type { Command } from '../command.ts';
import { withStoredData } from '../stored-data.ts';
import { say } from '../terminal.ts';

export const backup: Command = {
  usage: 'backup --out FILE.tar.gz|FOLDER [--data .firstfix]',
  summary: 'Copies the database and all files, while the server runs or not.',
  run: async (args) => {
    const { values } = parseArgs({
      args,
      options: { data: { type: 'string', default: '.firstfix' }, out: { type: 'string' } },
    });
    if (process.env.DATABASE_URL) {
      throw new OperatorError(
        'With DATABASE_URL the database is not in the data folder: back it up with pg_dump, and the media folder by a copy.',
      );
    }
    if (values.out === undefined) throw new OperatorError('Name a new file or folder with --out.');
    await runBackup(values.data, values.out);
    return 0;
  },
};

async function runBackup(dataDir: string, out: string): Promise<void> {
  await withStoredData(dataDir, async (connection) => {
    const begunAt = performance.now();
    const createdAt = new Date().toISOString();
    const { path, files, bytes } = await backupDataFolder({ dataDir, connection, out, createdAt });
    const seconds = ((performance.now() - begunAt) / 1000).toFixed(1);
    say(`Backup written: ${path} (${files} files, ${Math.ceil(bytes / 1e6)} MB, ${seconds} s)`);
  });
}
