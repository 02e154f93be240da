import pg from 'pg';

const INT8 = 20;
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const NUMERIC = 1700;

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseSafeInteger],
  [TIMESTAMPTZ, parseTimestamptz],
  [DATE, (text) => text],
  [NUMERIC, Number],
]);

/** How values come out: bigint as a safe integer, timestamptz as an epoch-ms `Instant`, date as text. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ??
    (format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')),
};

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of the safe range: ${text}`);
  return value;
}

/** `2026-11-21 20:17:29.123+00`: the session's zone is UTC, so the offset is always +00. */
function parseTimestamptz(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
}
