import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { PageOf, pageQuery, Uuid } from '../schemas.ts';
import { NOTICE_STATES, NoticeView } from './schemas.ts';

const module = 'notices';

export const listNotices = endpoint({
  id: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  module,
  summary: 'Messages out and what became of them, the latest first',
  description: 'Outside production it shows the texts the simulator received within the last day.',
  may: { agent: 'all', admin: 'all' },
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(Type.Enum([...NOTICE_STATES])),
    template: Type.Optional(Type.String({ maxLength: 40 })),
    customerId: Type.Optional(Uuid),
    subjectId: Type.Optional(Uuid),
  }),
  response: PageOf(NoticeView),
});
