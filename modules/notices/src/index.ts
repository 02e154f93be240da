export type { MessageProvider, OutgoingMessage } from './adapters/message-provider.ts';
export { createNotices, type Notices } from './module.ts';
export type { NoticesNeeds, Recipient } from './needs.ts';
export type { NewSms } from './operations/write-message.ts';
