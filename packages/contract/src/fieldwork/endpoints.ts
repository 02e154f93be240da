import { type TProperties, Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { ILLEGAL_TRANSITION } from '../orders/endpoints.ts';
import { CANNOT_COMPLETE_REASONS, type CannotCompleteReason } from '../orders/states.ts';
import type { Grants } from '../roles.ts';
import { IdParams, PageOf, pageQuery, Uuid } from '../schemas.ts';
import { FIVE_ONES, TEST_PHASES } from './codes.ts';
import { EngineerPosition, MOST_POSITIONS, PositionsAnswer, TimedPosition } from './positions.ts';
import {
  ArrivalResult,
  aboutOrder,
  Code,
  commandBody,
  DiagnoseResult,
  Diagnosis,
  DoorCodeView,
  FieldSheetView,
  fieldAnswer,
  HazardRecord,
  IdentifyResult,
  Measurements,
  MediaHash,
  PartUsed,
  QuoteResult,
  StepTick,
  TestResult,
  VisitEngineerView,
} from './schemas.ts';

const module = 'fieldwork';

/** Codes of this module's refusals. */
export const COMMAND_ID_REUSED = 'fieldwork.command_id_reused';
export const WRONG_STATE = 'fieldwork.wrong_state';
export const OUTSIDE_GEOFENCE = 'fieldwork.outside_geofence';
export const DOOR_CODE_NEEDED = 'fieldwork.door_code_needed';
export const DOOR_CODE_LOCKED = 'fieldwork.door_code_locked';
export const SERIAL_MALFORMED = 'fieldwork.serial_malformed';
export const MEDIA_NOT_RECEIVED = 'fieldwork.media_not_received';
export const HAZARD_RECORD_NEEDED = 'fieldwork.hazard_record_needed';
export const QUOTE_NOT_OPEN = 'fieldwork.quote_not_open';
export const QUOTE_NOT_REFUSED = 'fieldwork.quote_not_refused';
export const NOT_READY_TO_BEGIN = 'fieldwork.not_ready_to_begin';
export const INCOMPLETE = 'fieldwork.incomplete';

const byEngineer = { engineer: 'own' } as const;

interface FieldCommand<B extends TProperties, R extends TProperties> {
  readonly id: string;
  readonly verb: string;
  readonly summary: string;
  readonly description?: string;
  readonly may?: Grants;
  readonly body: B;
  readonly result: R;
  readonly errors?: readonly string[];
}

/** A command from the field: `POST /api/visits/{id}/<verb>` with a permanent command id. */
function fieldCommand<B extends TProperties, R extends TProperties>(given: FieldCommand<B, R>) {
  const { verb, body, result, errors = [], may = byEngineer, ...rest } = given;
  return endpoint({
    ...rest,
    method: 'POST',
    path: `/api/visits/{id}/${verb}`,
    module,
    may,
    params: IdParams,
    body: commandBody(body),
    response: fieldAnswer(result),
    errors: [COMMAND_ID_REUSED, WRONG_STATE, ...errors],
  });
}

export const departVisit = fieldCommand({
  id: 'departVisit',
  verb: 'depart',
  summary: 'The engineer sets out',
  body: {},
  result: {},
  errors: [ILLEGAL_TRANSITION],
});

export const arriveVisit = fieldCommand({
  id: 'arriveVisit',
  verb: 'arrive',
  summary: 'The engineer is at the door: position and door code',
  description:
    'A wrong door code is answered with `arrived: false`. Offline the code goes with `doorCodeOffline` and the time it was read, and is checked on receipt; without a code the arrival counts as unverified.',
  body: {
    confirmedOutside: Type.Optional(Type.Boolean()),
    outsideReason: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    doorCode: Type.Optional(Type.String({ pattern: '^\\d{6}$', description: 'The code the customer sees' })),
    doorCodeOffline: Type.Optional(Type.Boolean()),
    doorCodeReadAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'Wall time of reading; `occurredAt` when left out' }),
    ),
  },
  result: ArrivalResult,
  errors: [ILLEGAL_TRANSITION, OUTSIDE_GEOFENCE, DOOR_CODE_NEEDED, DOOR_CODE_LOCKED],
});

export const tickFiveOnes = fieldCommand({
  id: 'tickFiveOnes',
  verb: 'five-ones',
  summary: 'Licence card shown; shoe covers, mat, cloth and gift brought',
  body: { ticked: Type.Array(Type.Enum([...FIVE_ONES]), { maxItems: FIVE_ONES.length }) },
  result: {},
});

export const identifyAppliance = fieldCommand({
  id: 'identifyAppliance',
  verb: 'identify',
  summary: 'Scan the serial of the appliance',
  description: 'A counterfeit or somebody else’s appliance becomes an evidence case; the visit goes on.',
  body: { ...aboutOrder, serialNumber: Type.String({ minLength: 1, maxLength: 60 }) },
  result: IdentifyResult,
  errors: [SERIAL_MALFORMED],
});

export const recordReadings = fieldCommand({
  id: 'recordReadings',
  verb: 'readings',
  summary: 'Electric safety test, before power is connected and after the work',
  description: 'Values outside the limits need the hazard record: a photo and the customer’s signature.',
  body: {
    ...aboutOrder,
    phase: Type.Enum([...TEST_PHASES]),
    measurements: Measurements,
    meterPhotoHash: Type.Optional(MediaHash),
    hazard: Type.Optional(HazardRecord),
  },
  result: TestResult,
  errors: [HAZARD_RECORD_NEEDED, MEDIA_NOT_RECEIVED],
});

export const diagnose = fieldCommand({
  id: 'diagnose',
  verb: 'diagnose',
  summary: 'Set the fault: symptom, cause, part, remedy and repair class',
  body: { ...aboutOrder, diagnosis: Diagnosis },
  result: DiagnoseResult,
});

export const giveQuote = fieldCommand({
  id: 'giveQuote',
  verb: 'quote',
  summary: 'Quote from the published price list',
  description: 'Codes and quantities only. A new quote replaces the one before and is decided on anew.',
  body: {
    ...aboutOrder,
    items: Type.Array(Type.Object({ code: Code, quantity: Type.Integer({ minimum: 1, maximum: 999 }) }), {
      minItems: 1,
      maxItems: 50,
    }),
  },
  result: QuoteResult,
});

const decision = {
  ...aboutOrder,
  quoteVersion: Type.Integer({ minimum: 1, maximum: 32_767, description: 'The quote that was read' }),
  signatureHash: Type.Optional(MediaHash),
};

export const approveQuote = fieldCommand({
  id: 'approveQuote',
  verb: 'approve-quote',
  summary: 'The customer agrees to the price, on their own screen or by signature on the engineer’s',
  may: { customer: 'own', engineer: 'own' },
  body: decision,
  result: QuoteResult,
  errors: [QUOTE_NOT_OPEN, MEDIA_NOT_RECEIVED],
});

export const refuseQuote = fieldCommand({
  id: 'refuseQuote',
  verb: 'refuse-quote',
  summary: 'The customer does not want the work at this price',
  may: { customer: 'own', engineer: 'own' },
  body: decision,
  result: QuoteResult,
  errors: [QUOTE_NOT_OPEN, MEDIA_NOT_RECEIVED],
});

export const recordParts = fieldCommand({
  id: 'recordParts',
  verb: 'parts',
  summary: 'Parts built in: the new one scanned, the old one scanned',
  body: { ...aboutOrder, parts: Type.Array(PartUsed, { minItems: 1, maxItems: 20 }) },
  result: { partCount: Type.Integer(), seenBefore: Type.Boolean() },
});

export const beginVisit = fieldCommand({
  id: 'beginVisit',
  verb: 'begin',
  summary: 'The work begins',
  body: {},
  result: {},
  errors: [ILLEGAL_TRANSITION, NOT_READY_TO_BEGIN],
});

export const tickSteps = fieldCommand({
  id: 'tickSteps',
  verb: 'steps',
  summary: 'Steps of the 1 + 5 with their evidence',
  body: { ...aboutOrder, steps: Type.Array(StepTick, { minItems: 1, maxItems: 30 }) },
  result: { missingSteps: Type.Array(Type.String()), photosDuplicated: Type.Boolean() },
  errors: [MEDIA_NOT_RECEIVED],
});

export const finishVisit = fieldCommand({
  id: 'finishVisit',
  verb: 'finish',
  summary: 'The work is done; refused with everything that is missing',
  body: {},
  result: { onSiteSeconds: Type.Integer() },
  errors: [ILLEGAL_TRANSITION, INCOMPLETE],
});

const reasons = Object.keys(CANNOT_COMPLETE_REASONS) as CannotCompleteReason[];

export const endCannotComplete = fieldCommand({
  id: 'endCannotComplete',
  verb: 'cannot-complete',
  summary: 'The visit ends with the work undone, with the reason',
  description: 'Unsafe electricity needs its hazard record; a refused quote needs the customer’s refusal.',
  body: { reason: Type.Enum(reasons), hazard: Type.Optional(HazardRecord) },
  result: { onSiteSeconds: Type.Integer() },
  errors: [ILLEGAL_TRANSITION, HAZARD_RECORD_NEEDED, QUOTE_NOT_REFUSED, MEDIA_NOT_RECEIVED],
});

export const markStepMissing = fieldCommand({
  id: 'markStepMissing',
  verb: 'mark-step-missing',
  summary: 'The customer says a step was not done: a complaint and a claim at once',
  may: { customer: 'own' },
  body: { ...aboutOrder, stepCode: Code },
  result: { workOrderId: Type.String(), stepCode: Type.String() },
});

const readers = {
  customer: 'own',
  engineer: 'own',
  outlet_owner: 'outlet',
  agent: 'all',
  dispatcher: 'territory',
  quality: 'all',
  finance: 'all',
  director: 'all',
  admin: 'all',
} as const;

export const getFieldSheet = endpoint({
  id: 'getFieldSheet',
  method: 'GET',
  path: '/api/visits/{id}/fieldwork',
  module,
  summary: 'The whole sheet of a visit: what is done, what is missing, what comes next',
  description: 'Flags for settlement are shown to the company’s people only.',
  may: readers,
  params: IdParams,
  response: FieldSheetView,
});

export const getDoorCode = endpoint({
  id: 'getDoorCode',
  method: 'GET',
  path: '/api/visits/{id}/door-code',
  module,
  summary: 'The caller’s own rotating door code, from setting out until the work begins',
  may: { customer: 'own', engineer: 'own' },
  params: IdParams,
  response: DoorCodeView,
  errors: [WRONG_STATE],
});

export const getVisitEngineer = endpoint({
  id: 'getVisitEngineer',
  method: 'GET',
  path: '/api/visits/{id}/engineer',
  module,
  summary: 'Who comes, and while on the way from where',
  description:
    'The arrival is estimated from the newest position; without a fresh one it is the planned one. Nobody sees a position after the arrival.',
  may: { customer: 'own' },
  params: IdParams,
  response: VisitEngineerView,
});

export const sendPositions = endpoint({
  id: 'sendPositions',
  method: 'POST',
  path: '/api/visits/{id}/positions',
  module,
  summary: 'Where the engineer’s phone was on the way to the visit',
  description:
    'A batch in any order; what was sent before counts once. Each position that is not kept is answered with its reason, and need not be sent again.',
  may: byEngineer,
  params: IdParams,
  body: Type.Object({
    positions: Type.Array(TimedPosition, { minItems: 1, maxItems: MOST_POSITIONS }),
  }),
  response: PositionsAnswer,
  errors: [WRONG_STATE],
});

export const listEngineerPositions = endpoint({
  id: 'listEngineerPositions',
  method: 'GET',
  path: '/api/engineer-positions',
  module,
  summary: 'Where the engineers were last, of the last hours, with when they arrive',
  may: { dispatcher: 'territory', outlet_owner: 'outlet', director: 'all' },
  query: Type.Object({ ...pageQuery, territoryId: Type.Optional(Uuid) }),
  response: PageOf(EngineerPosition),
});
