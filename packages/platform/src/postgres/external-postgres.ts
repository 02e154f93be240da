import { Client } from 'pg';
import { type DatabaseConnection, parseDatabaseUrl } from '../database/connection.ts';
import { OperatorError } from './operator-error.ts';

const OLDEST_MAJOR = 18;

/**
 * The connection named by DATABASE_URL, tried once.
 * @throws OperatorError if the URL can't be read, nobody answers, or the server is too old
 */
export async function checkExternalPostgres(url: string): Promise<DatabaseConnection> {
  const connection = readUrl(url);
  const major = await askMajorVersion(connection);
  if (major < OLDEST_MAJOR) {
    throw new OperatorError(
      `The server of DATABASE_URL is PostgreSQL ${major}: Firstfix needs PostgreSQL ${OLDEST_MAJOR}.`,
    );
  }
  return connection;
}

function readUrl(url: string): DatabaseConnection {
  try {
    return parseDatabaseUrl(url);
  } catch (cause) {
    throw new OperatorError(reasonOf(cause), { cause });
  }
}

async function askMajorVersion(connection: DatabaseConnection): Promise<number> {
  const client = new Client({ ...connection, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    return Math.floor(Number(rows[0]?.version) / 10_000);
  } catch (cause) {
    const place = `${connection.host}:${connection.port}`;
    throw new OperatorError(`The server of DATABASE_URL (${place}) can't be used: ${reasonOf(cause)}.`, {
      cause,
    });
  } finally {
    await client.end();
  }
}

function reasonOf(error: unknown): string {
  // several addresses tried: the reasons stand inside
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
