import { refusal } from '@firstfix/contract/refusal';

/** `"7"` for version 7. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version `If-Match` demands; `undefined` without the header or for `*`. 400 for anything else. */
export function demandedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) {
    throw refusal(400, 'invalid_input/if_match');
  }
  return Number(match[1]);
}

/** 412 when somebody changed the object since the caller read it. */
export function checkVersion(current: number, demanded: number | undefined): void {
  if (demanded === undefined || demanded === current) return;
  throw refusal(412, 'wrong_version', { current, demanded }, { extra: { currentVersion: current } });
}
