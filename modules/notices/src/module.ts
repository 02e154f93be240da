import * as api from '@firstfix/contract/notices/endpoints';
import { command, type ModuleParts, query, type Runtime, type Tx, wallNow } from '@firstfix/platform';
import type { MessageProvider } from './adapters/message-provider.ts';
import { noticesChecks } from './checks.ts';
import { noticesTasks } from './jobs.ts';
import type { NoticesNeeds } from './needs.ts';
import { sendSms } from './operations/send-sms.ts';
import type { NewSms } from './operations/write-message.ts';
import { listMyMessages } from './queries/list-my-messages.ts';
import { listNotices } from './queries/list-notices.ts';
import { readDemoMessage } from './queries/read-demo-message.ts';
import { noticesReactions } from './reactions.ts';
import { type PastNotice, seedPastNotices } from './seeds/seed-past-notices.ts';
import { Simulator } from './store/simulator.ts';
import type { DB } from './tables.ts';

export type Notices = ReturnType<typeof createNotices>;

/** Messages out and what became of them. Without a provider, the simulator takes them. */
export function createNotices(runtime: Runtime, needs: NoticesNeeds, given?: MessageProvider) {
  const db = runtime.database.kysely<DB>();
  const provider = given ?? new Simulator(needs.vault);
  const shownTexts = runtime.config.production ? undefined : needs.vault;
  const parts: ModuleParts = {
    name: 'notices',
    routes: [
      query(api.listNotices, ({ query: asked }) => listNotices(db, shownTexts, asked)),
      query(api.listMyMessages, ({ caller, query: asked }) => listMyMessages(db, shownTexts, caller, asked)),
      command(api.readDemoMessage, (_, { body }) => readDemoMessage(db, needs, body.phone)),
    ],
    reactions: noticesReactions(needs, provider),
    tasks: noticesTasks(needs, provider),
    subjects: {},
    checks: noticesChecks,
  };
  return {
    parts,
    /** Queues a message in the caller's transaction. */
    sendSms: (tx: Tx, sms: NewSms) => sendSms(tx, needs, sms),
    /** For the demo only: messages of the past. */
    seedPastNotices: (tx: Tx, notices: readonly PastNotice[]) =>
      seedPastNotices(tx, needs.vault, wallNow(), notices),
    /** A one-time code to a phone; of no use after five minutes. */
    async sendCode(tx: Tx, phone: string, code: string): Promise<void> {
      await sendSms(tx, needs, {
        phone,
        template: 'sign_in_code',
        variables: { code },
        subjectType: 'sign-in',
        subjectId: null,
        validSeconds: 300,
      });
    },
  };
}
