import type { DoctorCheck } from '@firstfix/platform';

/** What the doctor looks at in this module's tables. */
export const identityChecks: readonly DoctorCheck[] = [
  {
    name: 'closed accounts have no sessions',
    promise: 'nobody works with an account that was deactivated, or with a role it no longer has',
    find: `select 'session ' || s.id || ' is open for the account ' || a.user_name || ', which is ' ||
        case when a.active then a.role else 'closed' end as violation
      from identity.session s join identity.account a on a.id = s.user_id
      where s.revoked_at is null and s.expires_at > clock_timestamp() and (not a.active or a.role <> s.role)`,
  },
];
