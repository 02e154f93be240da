import * as api from '@firstfix/contract/identity/endpoints';
import type { DemoView, OpenedSession, SessionView } from '@firstfix/contract/identity/schemas';
import {
  type Actor,
  type Caller,
  command,
  query,
  type Route,
  type Runtime,
  replyTo,
  SESSION_COOKIE,
} from '@firstfix/platform';
import type { Kysely } from 'kysely';
import type { IdentityNeeds } from './needs.ts';
import { endSessions } from './operations/end-sessions.ts';
import {
  changeAuthority,
  createAccount,
  deactivateAccount,
  resetPassword,
} from './operations/manage-accounts.ts';
import { openLinkSession } from './operations/open-link-session.ts';
import { sessionSeconds } from './operations/open-session.ts';
import { CODE_SECONDS, requestCode } from './operations/request-code.ts';
import { revokeSession } from './operations/revoke-session.ts';
import { sendOrderLink } from './operations/send-order-link.ts';
import { type Opened, signIn } from './operations/sign-in.ts';
import { signInWithCode } from './operations/sign-in-with-code.ts';
import { listAccounts } from './queries/list-accounts.ts';
import { listSessions } from './queries/list-sessions.ts';
import type { SessionAuthenticator } from './store/session-authenticator.ts';
import type { DB } from './tables.ts';

interface Parts {
  readonly runtime: Runtime;
  readonly db: Kysely<DB>;
  readonly authenticator: SessionAuthenticator;
  readonly needs: IdentityNeeds;
  readonly describeDemo: () => Promise<DemoView>;
}

/** Contract endpoint → operation or query. */
export function identityRoutes(parts: Parts): Route[] {
  return [...signInRoutes(parts), ...sessionRoutes(parts), ...accountRoutes(parts)];
}

function signInRoutes({ runtime, needs, describeDemo }: Parts): Route[] {
  return [
    query(api.getDemo, describeDemo),
    replyTo(api.signIn, async ({ body, caller }, reply) =>
      handOver(runtime, reply, await signIn(runtime, needs, actorOf(caller), body)),
    ),
    replyTo(api.requestCode, async ({ body, caller }, reply) => {
      await requestCode(runtime, needs, actorOf(caller), { ...body, remoteAddress: caller.remoteAddress });
      return reply.code(202).send({ sentTo: maskedPhone(body.phone), seconds: CODE_SECONDS });
    }),
    replyTo(api.signInWithCode, async ({ body, caller }, reply) =>
      handOver(runtime, reply, await signInWithCode(runtime, needs, actorOf(caller), body)),
    ),
    replyTo(api.openLinkSession, async ({ body, caller }, reply) => {
      const open = runtime.transactor.transact(actorOf(caller), (tx) => openLinkSession(tx, body.token));
      return handOver(runtime, reply, await open);
    }),
    replyTo(api.sendOrderLink, async ({ params: { id }, caller }, { request }) => {
      const origin = runtime.config.publicUrl ?? `${request.protocol}://${request.host}`;
      await runtime.transactor.transact(actorOf(caller), (tx) => sendOrderLink(tx, needs, id, origin));
      return { workOrderId: id, sent: true };
    }),
  ];
}

function sessionRoutes({ runtime, db, authenticator }: Parts): Route[] {
  return [
    query(api.getSession, async ({ caller }) => presentSession(caller)),
    query(api.getVisitor, async ({ caller }) => ({
      session: caller.role === 'guest' ? null : presentSession(caller),
    })),
    replyTo(api.signOut, async ({ caller }, reply) => {
      await runtime.transactor.transact(actorOf(caller), async (tx) => {
        tx.audit({ action: 'signOut', subjectType: 'session', subjectId: caller.sessionId });
        await endSessions(tx, authenticator, { sessionId: caller.sessionId });
      });
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).send({ ended: true });
    }),
    query(api.listSessions, ({ caller, query: asked }) => listSessions(db, caller, asked)),
    command(api.revokeSession, async (tx, { params, caller }) => ({
      ended: await revokeSession(tx, authenticator, caller, params.id),
    })),
  ];
}

function accountRoutes({ db, authenticator, needs }: Parts): Route[] {
  return [
    command(api.createAccount, (tx, { body }) => createAccount(tx, body)),
    query(api.listAccounts, ({ query: asked }) => listAccounts(db, asked)),
    command(api.changeAuthority, (tx, { params, body }) =>
      changeAuthority({ tx, authenticator, id: params.id }, body),
    ),
    command(api.resetPassword, (tx, { params, body }) =>
      resetPassword({ tx, authenticator, id: params.id }, needs, body.password),
    ),
    command(api.deactivateAccount, (tx, { params }) =>
      deactivateAccount({ tx, authenticator, id: params.id }),
    ),
  ];
}

function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

type Reply = Parameters<Extract<Route, { kind: 'reply' }>['answer']>[1];

/** The token goes to programs in the answer and to browsers as a cookie no script can read. */
function handOver({ config }: Runtime, reply: Reply, { token, who }: Opened): OpenedSession {
  reply.code(201).setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.production || reply.request.protocol === 'https',
    maxAge: sessionSeconds(who.role),
  });
  return { token, session: presentSession(who) };
}

function presentSession(who: Opened['who'] | Caller): SessionView {
  if (who.role === 'guest') throw new RangeError('a guest has no session');
  return {
    userId: who.userId,
    role: who.role,
    ownId: who.ownId,
    outletId: who.outletId,
    territoryIds: [...who.territoryIds],
    onlyWorkOrderId: who.onlyWorkOrderId,
  };
}

function actorOf(caller: Caller): Actor {
  const { userId, role, requestId, remoteAddress } = caller;
  return { id: userId || null, role, requestId, remoteAddress };
}
