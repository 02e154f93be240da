import { BROKEN_SEALS } from '../audit/sealer.ts';
import { mediaCheck } from '../doctor/media-exists.ts';
import { personalDataCheck } from '../doctor/personal-data.ts';
import type { DoctorCheck } from '../module.ts';
import { policyChecks } from '../policy/policy-checks.ts';
import { SLA_CLOCK_TASK } from '../time/sla-clocks.ts';

/** What the doctor looks at in the platform's own tables. Jobs already handed on count as timers. */
export const platformChecks: readonly DoctorCheck[] = [
  mediaCheck,
  personalDataCheck,
  ...policyChecks,
  {
    name: 'clocks have timers',
    promise: 'every open SLA clock that is not paused or breached has a timer, or its job is waiting',
    find: `select 'clock ' || c.kind || ' of ' || c.subject_type || ' ' || c.subject_id || ' has no timer' as violation
      from platform.sla_clock c
      where c.stopped_at is null and c.paused_at is null and c.breached_at is null
        and not exists (select from platform.timer t where t.key = 'sla:' || c.subject_id || ':' || c.kind)
        and not exists (select from graphile_worker._private_jobs j
          join graphile_worker._private_tasks k on k.id = j.task_id and k.identifier = '${SLA_CLOCK_TASK}'
          where j.payload::jsonb @> jsonb_build_array(jsonb_build_object('subjectId', c.subject_id, 'kind', c.kind)))`,
  },
  {
    name: 'audit chain',
    promise: 'every seal matches the audit rows it covers and the seal before it',
    find: BROKEN_SEALS,
  },
  {
    name: 'no dead jobs',
    promise: 'no background job has used up its tries',
    find: `select 'job ' || id || ' (' || task_identifier || ') gave up after ' || attempts || ' tries: ' ||
        left(coalesce(last_error, ''), 200) as violation
      from graphile_worker.jobs where attempts >= max_attempts`,
  },
];
