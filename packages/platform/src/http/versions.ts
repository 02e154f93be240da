import { DomainError } from '@firstfix/kernel';

/** `"7"` for version 7. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version `If-Match` demands; `undefined` without the header or for `*`. 400 for anything else. */
export function demandedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) {
    throw new DomainError(
      400,
      'invalid_input',
      'If-Match must be one ETag as this API gives them, like "7".',
    );
  }
  return Number(match[1]);
}

/** 412 when somebody changed the object since the caller read it. */
export function checkVersion(current: number, demanded: number | undefined): void {
  if (demanded === undefined || demanded === current) return;
  throw new DomainError(
    412,
    'wrong_version',
    `It is at version ${current}, you changed version ${demanded}: read it again, then decide.`,
    { extra: { currentVersion: current } },
  );
}
