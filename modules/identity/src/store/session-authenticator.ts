import type { Id } from '@firstfix/kernel';
import type { Authenticator, Principal } from '@firstfix/platform';
import { CompiledQuery, type Kysely } from 'kysely';
import type { DB } from '../tables.ts';
import { hashOfToken } from './session-token.ts';

/** A revoked session may still be served for this long by another server that has just seen it. */
const TRUST_MS = 2_000;
const MAX_REMEMBERED = 50_000;

/** The row is the principal, written as one by `openSession`. */
const FIND = `select id as "sessionId", user_id as "userId", role, own_id as "ownId", outlet_id as "outletId",
    territory_ids as "territoryIds", only_work_order_id as "onlyWorkOrderId"
  from identity.session
  where token_hash = $1 and revoked_at is null and expires_at > clock_timestamp()`;

interface Remembered {
  readonly principal: Principal;
  readonly until: number;
}

/** Looks sessions up by the hash of their token and remembers them for a moment. */
export class SessionAuthenticator implements Authenticator {
  readonly #db: Kysely<DB>;
  readonly #remembered = new Map<string, Remembered>();
  /** Ended here lately: what was being looked up at that moment must not be remembered. */
  readonly #ended = new Map<Id, number>();

  constructor(db: Kysely<DB>) {
    this.#db = db;
  }

  async authenticate(token: string): Promise<Principal | undefined> {
    const now = performance.now();
    const known = this.#remembered.get(token);
    if (known && known.until > now) return known.principal;
    this.#remembered.delete(token);
    const found = await this.#find(token);
    if (!found || this.#hasEnded(found.sessionId)) return undefined;
    this.#remember(token, found, now);
    return found;
  }

  /** To be called where a session ended on this server: it is a stranger's from now on. */
  forget(sessionId: Id): void {
    const now = performance.now();
    for (const [id, until] of this.#ended) if (until <= now) this.#ended.delete(id);
    this.#ended.set(sessionId, now + 2 * TRUST_MS);
    for (const [token, { principal }] of this.#remembered) {
      if (principal.sessionId === sessionId) this.#remembered.delete(token);
    }
  }

  #hasEnded(sessionId: Id): boolean {
    return (this.#ended.get(sessionId) ?? 0) > performance.now();
  }

  #remember(token: string, principal: Principal, now: number): void {
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(token, { principal, until: now + TRUST_MS });
  }

  async #find(token: string): Promise<Principal | undefined> {
    const query = CompiledQuery.raw(FIND, [hashOfToken(token)]);
    return (await this.#db.executeQuery<Principal>(query)).rows[0];
  }
}
