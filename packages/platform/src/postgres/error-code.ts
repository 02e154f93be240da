/** The system or SQL code of an error (`ENOENT`, `EADDRINUSE`, `3D000`), if it carries one. */
export function findErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
