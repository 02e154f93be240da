import { ENGINEER_TOLD } from '@firstfix/contract/notices/events';
import { type Id, stableId, toDate } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import type { NoticesNeeds } from '../needs.ts';
import { type NewSms, writeMessage } from './write-message.ts';

/** What an engineer reads in the app in their hand, which looks at once: no provider carries it. */
export function tellInApp(
  tx: Tx,
  needs: NoticesNeeds,
  message: NewSms & { readonly engineerId: Id; readonly cause: string },
): void {
  const now = toDate(tx.now);
  const shown = { state: 'delivered', failure: null, provider: 'app', sealed: null } as const;
  const id = stableId(`message:${message.cause}`);
  tx.later(writeMessage(tx, needs, id, message, { ...shown, sent_at: now, done_at: now }));
  const { engineerId, template } = message;
  tx.emit(ENGINEER_TOLD, { messageId: id, engineerId, template }, [`engineer:${engineerId}`]);
}
