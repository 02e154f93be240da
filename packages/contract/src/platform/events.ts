import { Type } from 'typebox';
import { event } from '../event.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

const clockFact = Type.Object({
  kind: Type.String(),
  subjectType: Type.String(),
  subjectId: Uuid,
  territoryId: Nullable(Uuid),
  owner: Type.String(),
  dueAt: Timestamp,
});

export const CLOCK_WARNED = event('platform.clock_warned', 'Four fifths of an SLA clock are gone', clockFact);
export const CLOCK_BREACHED = event('platform.clock_breached', 'An SLA clock ran out', clockFact);

export const POLICY_PUBLISHED = event(
  'platform.policy_published',
  'A policy has another version, in force from its date on',
  Type.Object({ name: Type.String(), version: Type.Integer(), effectiveFrom: Timestamp }),
);
