import type { ImportField } from '@firstfix/contract/requests/import';

const NEEDED: readonly ImportField[] = ['externalId', 'name', 'phone', 'workType', 'category', 'words'];

/** Fields without which no row can be registered: an address stands in one column, or in two. */
export function missingFields(fields: readonly (ImportField | null)[]): readonly ImportField[] {
  const missing = NEEDED.filter((field) => !fields.includes(field));
  const placed =
    fields.includes('address') || (fields.includes('districtCode') && fields.includes('community'));
  return placed ? missing : [...missing, 'address'];
}

/** Fields and their places as the server is told: `phone:3`. */
export function columnsOf(fields: readonly (ImportField | null)[]): string[] {
  return fields.flatMap((field, index) => (field === null ? [] : [`${field}:${index}`]));
}
