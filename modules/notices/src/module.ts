import * as api from '@firstfix/contract/notices/endpoints';
import { type ModuleParts, query, type Runtime, type Tx, wallNow } from '@firstfix/platform';
import { noticesChecks } from './checks.ts';
import { noticesTasks } from './jobs.ts';
import type { MessageProvider } from './message-provider.ts';
import type { NoticesNeeds } from './needs.ts';
import { type NewSms, sendSms } from './operations/send-sms.ts';
import { listNotices } from './queries/list-notices.ts';
import { noticesReactions } from './reactions.ts';
import { type PastNotice, seedPastNotices } from './seeds/seed-past-notices.ts';
import { Simulator } from './store/simulator.ts';
import type { DB } from './tables.ts';

export type Notices = ReturnType<typeof createNotices>;

/** Messages out and what became of them. Without a provider, the simulator takes them. */
export function createNotices(runtime: Runtime, needs: NoticesNeeds, given?: MessageProvider) {
  const db = runtime.database.kysely<DB>();
  const provider = given ?? new Simulator(runtime, needs.vault);
  const shownTexts = runtime.config.production ? undefined : needs.vault;
  const parts: ModuleParts = {
    name: 'notices',
    routes: [query(api.listNotices, ({ query: asked }) => listNotices(db, shownTexts, asked))],
    reactions: noticesReactions(needs),
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
