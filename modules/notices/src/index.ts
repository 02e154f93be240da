export type { MessageProvider, OutgoingMessage } from './message-provider.ts';
export { createNotices, type Notices } from './module.ts';
export type { NoticesNeeds, Recipient } from './needs.ts';
export type { NewSms } from './operations/send-sms.ts';
