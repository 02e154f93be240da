import type { Task } from '@firstfix/platform';
import { sql } from 'kysely';
import type { MessageProvider } from './adapters/message-provider.ts';
import type { NoticesNeeds } from './needs.ts';
import { askReceipt, handOver, RECEIPT_TASK } from './operations/hand-over.ts';
import { SEND_TASK } from './operations/send-sms.ts';
import type { DB } from './tables.ts';

/** Handing over and asking after each message, started by its timers; forgetting by the hour. */
export function noticesTasks(needs: NoticesNeeds, provider: MessageProvider): Task[] {
  return [
    {
      name: SEND_TASK,
      run: (tx, { messageId }) => handOver(tx, needs, provider, String(messageId)),
      about: aboutMessage,
    },
    {
      name: RECEIPT_TASK,
      run: (tx, { messageId }) => askReceipt(tx, provider, String(messageId)),
      about: aboutMessage,
    },
    forgetSimulated,
  ];
}

const aboutMessage = ({ messageId }: Readonly<Record<string, unknown>>) => String(messageId);

/** Texts the simulator received are for looking at now. */
const forgetSimulated: Task = {
  name: 'notices.forget_simulated',
  everySeconds: 3600,
  run: async (tx) => {
    await tx
      .tables<DB>()
      .deleteFrom('notices.simulated')
      .where('received_at', '<', sql<number>`clock_timestamp() - interval '1 day'`)
      .execute();
  },
};
