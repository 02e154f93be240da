// A program of its own that runs the embedded database as a server would, so that tests can kill it.
// Arguments: the data folder. Prints a line of JSON when ready and one for every restart.
import { startEmbeddedPostgres } from '../src/postgres/embedded-postgres.ts';
import { keepPostgresRunning } from '../src/postgres/keep-running.ts';
import { OperatorError } from '../src/postgres/operator-error.ts';

const [dataDir = ''] = process.argv.slice(2);
const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const launch = () => startEmbeddedPostgres({ dataDir, durable: false });

try {
  const cluster = await launch();
  const watch = await keepPostgresRunning(cluster.connection, {
    restart: launch,
    report: (sentence) => print({ sentence }),
    onLost: (error) => print({ lost: String(error) }),
  });
  process.on('SIGTERM', async () => {
    await watch.end();
    await cluster.stop();
    process.exit(0);
  });
  print({ pid: cluster.pid, adopted: cluster.adopted, connection: cluster.connection });
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  print({ refused: error.message });
  process.exit(1);
}
