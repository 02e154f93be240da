import { ACCOUNT_ROLES } from '@firstfix/contract/identity/schemas';
import { NOTICE_STATES } from '@firstfix/contract/notices/schemas';
import { ROLES } from '@firstfix/contract/roles';
import { aDay, anyText, oneOf, searchReader } from '../page/list-search.ts';

export const readAccountsSearch = searchReader({
  role: oneOf(ACCOUNT_ROLES),
  active: oneOf(['yes', 'no']),
});
export type AccountsSearch = ReturnType<typeof readAccountsSearch>;

export const readPermissionsSearch = searchReader({ text: anyText, module: anyText });
export type PermissionsSearch = ReturnType<typeof readPermissionsSearch>;

export const readAuditSearch = searchReader({
  actor: anyText,
  role: oneOf([...ROLES, 'system']),
  action: anyText,
  subject: anyText,
  from: aDay,
  to: aDay,
});
export type AuditSearch = ReturnType<typeof readAuditSearch>;

export const readSealsSearch = searchReader({});

export const readNoticesSearch = searchReader({ state: oneOf(NOTICE_STATES), template: anyText });
export type NoticesSearch = ReturnType<typeof readNoticesSearch>;
