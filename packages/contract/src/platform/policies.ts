import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

const module = 'platform';

export const POLICY_UNFIT = 'platform.policy_unfit';

const PolicyName = Type.String({
  pattern: '^[a-z]+\\.[a-z0-9_]+$',
  maxLength: 60,
  description: '`<module>.<what>`',
});

const summary = {
  name: PolicyName,
  summary: Type.String({ description: 'What it decides' }),
  version: Type.Integer({ description: 'The version published last' }),
  currentVersion: Nullable(Type.Integer({ description: 'The version in force now' })),
};

export const PolicyVersionView = Type.Object({
  version: Type.Integer(),
  effectiveFrom: Timestamp,
  document: Type.Record(Type.String(), Type.Unknown()),
  publishedBy: Nullable(Uuid),
  publishedAt: Timestamp,
});

const readers = { admin: 'all', finance: 'all', director: 'all' } as const;

export const listPolicies = endpoint({
  id: 'listPolicies',
  method: 'GET',
  path: '/api/policies',
  module,
  summary: 'The policies of all modules',
  may: readers,
  response: Type.Object({ items: Type.Array(Type.Object(summary)) }),
});

export const getPolicy = endpoint({
  id: 'getPolicy',
  method: 'GET',
  path: '/api/policies/{name}',
  module,
  summary: 'One policy with its schema and every version, newest first',
  may: readers,
  params: Type.Object({ name: PolicyName }),
  response: Type.Object({
    ...summary,
    schema: Type.Record(Type.String(), Type.Unknown(), { description: 'JSON Schema of the document' }),
    versions: Type.Array(PolicyVersionView),
  }),
});

export const publishPolicy = endpoint({
  id: 'publishPolicy',
  method: 'POST',
  path: '/api/policies/{name}/publish',
  module,
  summary: 'Publish another version of a policy',
  description:
    'In force from `effectiveFrom`, by default now; never for the past. To roll back, publish an old document again. To cancel a version planned for later, publish another for the same instant.',
  may: { admin: 'all', finance: 'all' },
  params: Type.Object({ name: PolicyName }),
  body: Type.Object({
    document: Type.Record(Type.String(), Type.Unknown()),
    effectiveFrom: Type.Optional(Timestamp),
  }),
  response: PolicyVersionView,
  status: 201,
  errors: [POLICY_UNFIT],
  ifMatch: true,
});
