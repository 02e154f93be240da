import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { Nullable, PageOf, pageQuery, Timestamp, Uuid } from '../schemas.ts';

const module = 'platform';

export const BusinessClockView = Type.Object({
  wallAnchor: Timestamp,
  businessAnchor: Timestamp,
  factor: Type.Integer({ description: '0 stands still, 1 runs like the wall, 10 and 60 faster' }),
  now: Timestamp,
  production: Type.Boolean(),
});

export const getBusinessClock = endpoint({
  id: 'getBusinessClock',
  method: 'GET',
  path: '/api/clock',
  module,
  summary: 'Business time and how fast it runs',
  may: 'anyone',
  response: BusinessClockView,
});

export const setClockFactor = endpoint({
  id: 'setClockFactor',
  method: 'PUT',
  path: '/api/clock',
  module,
  summary: 'Pause or speed up a demo’s business time',
  may: { admin: 'all', director: 'all', dispatcher: 'all' },
  body: Type.Object({ factor: Type.Enum([0, 1, 10, 60]) }),
  response: BusinessClockView,
  errors: ['platform.clock_is_the_wall'],
});

export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export const MEDIA_LIMIT_BYTES = 10_000_000;

export const uploadMedia = endpoint({
  id: 'uploadMedia',
  method: 'POST',
  path: '/api/media',
  module,
  summary: 'Send a photo or document; the answer names it by its content',
  description: 'The body is the file itself (JPEG, PNG, WebP or PDF, at most 10 MB), not JSON.',
  may: {
    customer: 'own',
    engineer: 'own',
    outlet_owner: 'outlet',
    agent: 'all',
    dispatcher: 'territory',
    quality: 'all',
    admin: 'all',
  },
  response: Type.Object({ hash: Type.String(), byteSize: Type.Integer(), contentType: Type.String() }),
  status: 201,
  errors: ['platform.media_type_unknown', 'payload_too_large'],
});

export const readMedia = endpoint({
  id: 'readMedia',
  method: 'GET',
  path: '/api/media/{hash}',
  module,
  summary: 'A file, for whoever sent it or may see what it belongs to',
  may: {
    customer: 'own',
    engineer: 'own',
    outlet_owner: 'outlet',
    agent: 'all',
    dispatcher: 'territory',
    quality: 'all',
    finance: 'all',
    director: 'all',
    admin: 'all',
  },
  params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  response: Type.Any(),
});

export const AuditRow = Type.Object({
  id: Type.Integer(),
  at: Timestamp,
  actorId: Nullable(Uuid),
  actorRole: Type.String(),
  action: Type.String(),
  subjectType: Type.String(),
  subjectId: Nullable(Type.String()),
  requestId: Type.String(),
  before: Type.Any(),
  after: Type.Any(),
});

export const listAudit = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  module,
  summary: 'Who did what, newest first',
  may: { admin: 'all', quality: 'all' },
  query: Type.Object({
    ...pageQuery,
    subjectId: Type.Optional(Type.String({ maxLength: 100 })),
    actorId: Type.Optional(Uuid),
    actorRole: Type.Optional(Type.String({ maxLength: 40, description: 'A role, or `system`' })),
    action: Type.Optional(Type.String({ maxLength: 60, description: 'Id of the operation' })),
    from: Type.Optional(Timestamp),
    to: Type.Optional(Timestamp),
  }),
  response: PageOf(AuditRow),
});

export const AuditSealView = Type.Object({
  sequence: Type.Integer(),
  rows: Type.Integer({ description: 'How many audit rows it covers' }),
  hash: Type.String({ description: 'Over these rows and the seal before, in hexadecimal digits' }),
  sealedAt: Timestamp,
});

export const listAuditSeals = endpoint({
  id: 'listAuditSeals',
  method: 'GET',
  path: '/api/audit-seals',
  module,
  summary: 'Seals over the audit trail, newest first',
  may: { admin: 'all', quality: 'all' },
  query: Type.Object(pageQuery),
  response: PageOf(AuditSealView),
});

const Count = Type.Integer({ minimum: 0 });

export const getSystemState = endpoint({
  id: 'getSystemState',
  method: 'GET',
  path: '/api/system-state',
  module,
  summary: 'What waits in the background and what went wrong there',
  may: { admin: 'all' },
  response: Type.Object({
    jobs: Type.Array(
      Type.Object({
        task: Type.String(),
        waiting: Count,
        running: Count,
        retrying: Type.Integer({ description: 'Failed before and to be tried again' }),
        dead: Type.Integer({ description: 'Has used up its tries' }),
        lastError: Nullable(Type.String()),
      }),
    ),
    timers: Type.Object({ set: Count, overdue: Count }),
    slaClocks: Type.Object({ open: Count, paused: Count, warned: Count, breached: Count }),
    eventsWaiting: Count,
    auditRowsUnsealed: Count,
    databaseBytes: Count,
    connections: Type.Object({ busy: Count, idle: Count, waiting: Count }),
    memoryBytes: Type.Integer({ description: 'Of the server that answers' }),
    upSeconds: Type.Integer({ description: 'Of the server that answers' }),
  }),
});
