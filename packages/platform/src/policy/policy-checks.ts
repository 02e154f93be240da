import type { DoctorCheck } from '../module.ts';

export const policyChecks: readonly DoctorCheck[] = [
  {
    name: 'policies hold at all times',
    promise:
      'each policy has its versions numbered without a gap, and one in force from the beginning of time',
    find: `select 'policy ' || name || ' has ' || count(*) || ' versions up to ' || max(version) || ', the first from '
        || min(effective_from) as violation
      from platform.policy_version group by name
      having count(*) <> max(version) or min(effective_from) > timestamptz '1970-01-01 00:00:00Z'`,
  },
];
