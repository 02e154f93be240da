import type { Id } from '@firstfix/kernel';
import type { ModuleParts, Runtime, Tx } from '@firstfix/platform';
import { identityChecks } from './checks.ts';
import { forgetEnded } from './jobs.ts';
import type { IdentityNeeds } from './needs.ts';
import { endSessions } from './operations/end-sessions.ts';
import {
  createAccount,
  findAccountId,
  type NewAccount,
  resetPassword,
} from './operations/manage-accounts.ts';
import { createOrderLink, openLinkSession } from './operations/open-link-session.ts';
import { openSession } from './operations/open-session.ts';
import { createDemoQuery } from './queries/describe-demo.ts';
import { identityReactions } from './reactions.ts';
import { identityRoutes } from './routes.ts';
import { SessionAuthenticator } from './store/session-authenticator.ts';
import type { DB } from './tables.ts';

export type Identity = ReturnType<typeof createIdentity>;

/** Who is calling and what they may do. */
export function createIdentity(runtime: Runtime, needs: IdentityNeeds) {
  const db = runtime.database.kysely<DB>();
  const authenticator = new SessionAuthenticator(db);
  const describeDemo = createDemoQuery(runtime, db, needs);
  const parts: ModuleParts = {
    name: 'identity',
    routes: identityRoutes({ runtime, db, authenticator, needs, describeDemo }),
    reactions: identityReactions(authenticator),
    tasks: [forgetEnded],
    subjects: {},
    checks: identityChecks,
  };
  return {
    parts,
    authenticator,
    openSession,
    endSession: async (tx: Tx, sessionId: Id) => {
      await endSessions(tx, authenticator, { sessionId });
    },
    /** Answers the user's id. */
    createAccount: async (tx: Tx, given: NewAccount): Promise<Id> => (await createAccount(tx, given)).id,
    /** For whoever holds the machine. Answers whether somebody has the name. */
    resetPassword: async (tx: Tx, userName: string, password: string): Promise<boolean> => {
      const id = await findAccountId(tx, userName);
      if (id === undefined) return false;
      tx.audit({ action: 'resetPassword', subjectType: 'account', subjectId: id });
      await resetPassword({ tx, authenticator, id }, needs, password);
      return true;
    },
    createOrderLink,
    openLinkSession,
    /** Whether anybody may be anybody here. */
    isDemo: async () => (await describeDemo()).demo,
  };
}
