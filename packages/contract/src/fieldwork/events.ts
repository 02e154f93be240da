import { Type } from 'typebox';
import { event } from '../event.ts';
import { Fen, Timestamp, Uuid } from '../schemas.ts';
import { IDENTIFICATIONS, QUOTE_DECIDERS } from './codes.ts';

const jobRefs = {
  visitId: Uuid,
  workOrderId: Uuid,
  customerId: Uuid,
  engineerId: Uuid,
  outletId: Uuid,
  territoryId: Uuid,
  at: Timestamp,
};

const quoteRefs = { ...jobRefs, quoteVersion: Type.Integer(), totalFen: Fen };

export const QUOTE_GIVEN = event(
  'fieldwork.quote_given',
  'The customer has a quote to decide on',
  Type.Object(quoteRefs),
);
export const QUOTE_APPROVED = event(
  'fieldwork.quote_approved',
  'The customer agreed to the price; one signed on the engineer’s screen is to be confirmed by message',
  Type.Object({ ...quoteRefs, by: Type.Enum([...QUOTE_DECIDERS]) }),
);
export const QUOTE_REFUSED = event(
  'fieldwork.quote_refused',
  'The customer does not want the work at this price',
  Type.Object({ ...quoteRefs, by: Type.Enum([...QUOTE_DECIDERS]) }),
);
export const HAZARD_RECORDED = event(
  'fieldwork.hazard_recorded',
  'Dangerous electricity was measured, explained and signed for',
  Type.Object({
    ...jobRefs,
    hazardId: Uuid,
    householdId: Uuid,
    unsafeEarth: Type.Boolean(),
    concernsBuilding: Type.Boolean(),
  }),
);
export const EVIDENCE_CASE_OPENED = event(
  'fieldwork.evidence_case_opened',
  'A scanned serial is counterfeit, of another model or stands in another home',
  Type.Object({ ...jobRefs, commandId: Uuid, outcome: Type.Enum([...IDENTIFICATIONS]) }),
);
export const STEP_MARKED_MISSING = event(
  'fieldwork.step_marked_missing',
  'The customer says a step of the service was not done',
  Type.Object({ ...jobRefs, stepCode: Type.String() }),
);
