import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../language.ts';
import { Nullable, Timestamp, Uuid } from '../schemas.ts';

export const NOTICE_STATES = ['queued', 'sent', 'delivered', 'failed'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NoticeView = Type.Object({
  id: Uuid,
  template: Type.String(),
  language: Type.Enum([...LANGUAGES]),
  customerId: Nullable(Uuid),
  engineerId: Nullable(Uuid),
  phone: Nullable(Type.String({ description: 'Masked; for messages to a phone whose owner is not named' })),
  subjectType: Type.String({ description: 'What it is about, like `work-order`' }),
  subjectId: Nullable(Uuid),
  state: Type.Enum([...NOTICE_STATES]),
  failure: Nullable(Type.String({ description: 'Why it failed, like `refused` or `expired`' })),
  provider: Nullable(Type.String({ description: '`simulator` sends nothing to anybody' })),
  text: Nullable(Type.String({ description: 'What the simulator received; never in production' })),
  queuedAt: Timestamp,
  sentAt: Nullable(Timestamp),
  doneAt: Nullable(Timestamp),
});
export type NoticeView = Static<typeof NoticeView>;

/** A message as its receiver sees it. */
export const MessageView = Type.Object({
  id: Uuid,
  template: Type.String(),
  subjectType: Type.String({ description: 'What it is about, like `work-order`' }),
  subjectId: Nullable(Uuid),
  state: Type.Enum([...NOTICE_STATES]),
  text: Nullable(Type.String({ description: 'What the simulator received; never in production' })),
  queuedAt: Timestamp,
});
export type MessageView = Static<typeof MessageView>;

export const DemoMessageView = Type.Object({ text: Nullable(Type.String()) });
