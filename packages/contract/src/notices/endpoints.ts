import { Type } from 'typebox';
import { endpoint } from '../endpoint.ts';
import { PageOf, pageQuery, Uuid } from '../schemas.ts';
import { DemoMessageView, MessageView, NOTICE_STATES, NoticeView } from './schemas.ts';

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

export const listMyMessages = endpoint({
  id: 'listMyMessages',
  method: 'GET',
  path: '/api/my-messages',
  module,
  summary: 'What a customer or engineer was told, the latest first',
  description: 'A link shows the messages about its one order. Texts as in `listNotices`.',
  may: { customer: 'own', engineer: 'own' },
  query: Type.Object({ ...pageQuery, subjectId: Type.Optional(Uuid) }),
  response: PageOf(MessageView),
});

export const readDemoMessage = endpoint({
  id: 'readDemoMessage',
  method: 'POST',
  path: '/api/demo-messages',
  module,
  summary: 'The sign-in code on a phone of the demo, where no message leaves the machine',
  description: 'Null where this is no demo, or nothing came to that phone in the last five minutes.',
  may: 'anyone',
  body: Type.Object({ phone: Type.String({ pattern: '^1[3-9]\\d{9}$' }) }),
  response: DemoMessageView,
  replayable: false,
});
