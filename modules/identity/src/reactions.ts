import { CUSTOMER_ERASED } from '@firstfix/contract/customers/events';
import { type Reaction, reaction } from '@firstfix/platform';
import { endSessions } from './operations/end-sessions.ts';
import type { SessionAuthenticator } from './store/session-authenticator.ts';
import type { DB } from './tables.ts';

/** What happens here on others' events. */
export function identityReactions(authenticator: SessionAuthenticator): Reaction[] {
  return [
    reaction(CUSTOMER_ERASED, 'identity.on_customer_erased', async (tx, { customerId }) => {
      await Promise.all([
        endSessions(tx, authenticator, { userId: customerId }),
        tx.tables<DB>().deleteFrom('identity.order_link').where('customer_id', '=', customerId).execute(),
      ]);
    }),
  ];
}
