/** Where a PostgreSQL 18 answers: by socket folder or host. */
export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
}

/** Reads `postgres://user:password@host:port/database`. Throws with the reason when it is not one. */
export function parseDatabaseUrl(url: string): DatabaseConnection {
  const parsed = URL.parse(url);
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/database');
  }
  return {
    host: decodeURIComponent(parsed.searchParams.get('host') ?? parsed.hostname),
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(parsed.username) || 'postgres',
    ...(parsed.password ? { password: decodeURIComponent(parsed.password) } : {}),
  };
}
