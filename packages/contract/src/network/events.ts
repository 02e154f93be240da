import { Type } from 'typebox';
import { event } from '../event.ts';
import { Timestamp, Uuid } from '../schemas.ts';
import { GRADES, OUTLET_STATUSES, STANDINGS } from './states.ts';

const engineerRefs = { engineerId: Uuid, outletId: Uuid, territoryId: Uuid, at: Timestamp };

export const OUTLET_STATUS_CHANGED = event(
  'network.outlet_status_changed',
  'An outlet may or may not take new work from now on',
  Type.Object({
    outletId: Uuid,
    from: Type.Enum([...OUTLET_STATUSES]),
    to: Type.Enum([...OUTLET_STATUSES]),
    at: Timestamp,
  }),
);

export const ENGINEER_JOINED = event(
  'network.engineer_joined',
  'An engineer joined an outlet',
  Type.Object(engineerRefs),
);

export const ENGINEER_LEFT = event(
  'network.engineer_left',
  'An engineer leaves the network',
  Type.Object({ ...engineerRefs, leftOn: Type.String() }),
);

export const ENGINEER_MOVED = event(
  'network.engineer_moved',
  'An engineer works for another outlet or in another territory',
  Type.Object({ ...engineerRefs, fromOutletId: Uuid, fromTerritoryId: Uuid }),
);

export const GRADE_CHANGED = event(
  'network.grade_changed',
  'An engineer rose or fell to a grade',
  Type.Object({ ...engineerRefs, from: Type.Enum([...GRADES]), to: Type.Enum([...GRADES]) }),
);

export const STANDING_CHANGED = event(
  'network.standing_changed',
  'An engineer’s standing changed; suspended and revoked get no work at once',
  Type.Object({ ...engineerRefs, from: Type.Enum([...STANDINGS]), to: Type.Enum([...STANDINGS]) }),
);

export const CERTIFICATE_ADDED = event(
  'network.certificate_added',
  'An engineer holds another certificate',
  Type.Object({ ...engineerRefs, certificateId: Uuid, code: Type.String() }),
);

export const SHIFTS_CHANGED = event(
  'network.shifts_changed',
  'An engineer works at other hours',
  Type.Object(engineerRefs),
);

export const ABSENCE_REPORTED = event(
  'network.absence_reported',
  'An engineer will not be there: plans of that time must move',
  Type.Object({ ...engineerRefs, absenceId: Uuid, start: Timestamp, end: Timestamp }),
);

export const ABSENCE_WITHDRAWN = event(
  'network.absence_withdrawn',
  'An engineer will be there after all',
  Type.Object({ ...engineerRefs, absenceId: Uuid, start: Timestamp, end: Timestamp }),
);
