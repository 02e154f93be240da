/** Which appliance to book for, when one was chosen before. */
export interface BookSearch {
  readonly appliance?: string;
}

/** Nothing typed into the address may break the screen. */
export function readBookSearch({ appliance }: Record<string, unknown>): BookSearch {
  return typeof appliance === 'string' && /^[0-9a-f-]{36}$/.test(appliance) ? { appliance } : {};
}
