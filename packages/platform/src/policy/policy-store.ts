import type { PolicyType } from '@firstfix/contract';
import { POLICY_PUBLISHED } from '@firstfix/contract/platform/events';
import { POLICY_UNFIT } from '@firstfix/contract/platform/policies';
import { invalidField, notFound, refusal } from '@firstfix/contract/refusal';
import { type Instant, toDate, toRfc3339 } from '@firstfix/kernel';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Static, TObject } from 'typebox';
import { Errors } from 'typebox/value';
import type { Tx } from '../database/tx.ts';
import { fieldErrorsOf } from '../http/schema-errors.ts';
import { checkVersion } from '../http/versions.ts';
import { type PolicyVersion, versionAt } from './policy-version.ts';

/** A version published on another server is seen at most this much later. */
const MAX_AGE_MS = 2_000;

interface PolicyRow {
  version: number;
  effective_from: Instant;
  document: Readonly<Record<string, unknown>>;
  published_by: string | null;
  published_at: Instant;
}

/** What is known of one policy. Versions never change, so a look only fetches those after the last. */
interface Known {
  readonly type: PolicyType;
  versions: readonly PolicyVersion[];
  freshUntil: number;
  looking: Promise<void> | undefined;
}

/** The policies of all modules: declared by their owners, published by people, read everywhere. */
export class PolicyStore {
  /** Not the pool of requests: a transaction that waits for a policy must not wait for its own connection. */
  readonly #pool: pg.Pool;
  readonly #known = new Map<string, Known>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** For the owning module, once, when it is created. Returns the same policy. */
  declare<S extends TObject>(type: PolicyType<S>): PolicyType<S> {
    if (this.#known.has(type.name)) throw new RangeError(`policy ${type.name} is declared twice`);
    this.#known.set(type.name, { type, versions: [], freshUntil: 0, looking: undefined });
    return type;
  }

  /** Stores the standard document of every declared policy that has no version yet. */
  async ensureDefaults(now: Instant): Promise<void> {
    for (const { type } of this.#known.values()) {
      await this.#pool.query(
        `insert into platform.policy_version (name, version, effective_from, document, published_at)
         values ($1, 1, $2, $3, $4) on conflict do nothing`,
        [type.name, toDate(0), JSON.stringify(type.standard), toDate(now)],
      );
    }
  }

  /** The version in force at `at`; usually answered from memory. */
  async current<S extends TObject>(type: PolicyType<S>, at: Instant): Promise<PolicyVersion<Static<S>>> {
    const found = versionAt(await this.versionsOf(type), at);
    if (found === undefined) throw new RangeError(`no version of policy ${type.name} is in force at ${at}`);
    return found;
  }

  /** One version by its number, as a decision of the past kept it. 404 when there is none. */
  async getVersion<S extends TObject>(
    type: PolicyType<S>,
    version: number,
  ): Promise<PolicyVersion<Static<S>>> {
    const found = (await this.versionsOf(type)).find((one) => one.version === version);
    if (found === undefined) throw notFound('policy_version', `${type.name} ${version}`);
    return found;
  }

  /** All versions, oldest first. */
  async versionsOf<S extends TObject>(type: PolicyType<S>): Promise<readonly PolicyVersion<Static<S>>[]> {
    const known = this.#get(type.name);
    if (known.freshUntil <= performance.now()) await this.#look(known);
    // only documents that fit the schema are ever stored
    return known.versions as readonly PolicyVersion<Static<S>>[];
  }

  /** Every declared policy, by name. */
  declared(): PolicyType[] {
    return [...this.#known.values()].map(({ type }) => type).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** 404 for a name nobody declared. */
  getType(name: string): PolicyType {
    return this.#get(name).type;
  }

  /**
   * Publishes another version, in force from `effectiveFrom` on. 422 when the document does not fit the owner's
   * schema or the date is past (what was decided stays decided), 412 when `ifMatch` is not the latest version.
   */
  async publish(
    tx: Tx,
    name: string,
    document: unknown,
    effectiveFrom: Instant,
    ifMatch?: number,
  ): Promise<PolicyVersion> {
    const known = this.#get(name);
    const fitting = fittingDocument(known.type, document);
    if (!(effectiveFrom >= tx.now)) {
      throw invalidField('/effectiveFrom', 'past/policy');
    }
    const before = await latestVersion(tx, name);
    checkVersion(before, ifMatch);
    const published: PolicyVersion = {
      version: before + 1,
      effectiveFrom,
      document: fitting,
      publishedBy: tx.actor.id,
      publishedAt: tx.now,
    };
    await insertVersion(tx, name, published);
    tell(tx, name, published);
    tx.afterCommit(() => {
      known.freshUntil = 0;
    });
    return published;
  }

  #get(name: string): Known {
    const known = this.#known.get(name);
    if (!known) throw notFound('policy', name);
    return known;
  }

  /** Several readers at once share one look. */
  #look(known: Known): Promise<void> {
    known.looking ??= this.#fetch(known).finally(() => {
      known.looking = undefined;
    });
    return known.looking;
  }

  async #fetch(known: Known): Promise<void> {
    const asked = performance.now();
    const { rows } = await this.#pool.query<PolicyRow>(
      `select version, effective_from, document, published_by, published_at from platform.policy_version
       where name = $1 and version > $2 order by version`,
      [known.type.name, known.versions.at(-1)?.version ?? 0],
    );
    const all = [...known.versions, ...rows.map((row) => versionOf(row, known.type))];
    known.versions = all.length > 0 ? all : [shipped(known.type)];
    known.freshUntil = asked + MAX_AGE_MS;
  }
}

/** A field that came with a later release has its standard value in documents published before. */
function versionOf(row: PolicyRow, type: PolicyType): PolicyVersion {
  return {
    version: row.version,
    effectiveFrom: row.effective_from,
    document: { ...type.standard, ...row.document },
    publishedBy: row.published_by,
    publishedAt: row.published_at,
  };
}

/** What `ensureDefaults` will store, for readers that come before it. */
function shipped(type: PolicyType): PolicyVersion {
  return { version: 1, effectiveFrom: 0, document: type.standard, publishedBy: null, publishedAt: 0 };
}

function fittingDocument(type: PolicyType, document: unknown): Readonly<Record<string, unknown>> {
  const wrong = Errors(type.schema, document);
  if (wrong.length > 0) {
    const errors = fieldErrorsOf(wrong.slice(0, 50)).map((error) => ({
      ...error,
      pointer: `/document${error.pointer}`,
    }));
    throw refusal(422, POLICY_UNFIT, {}, { errors });
  }
  // an object: every policy's schema is one
  return document as Readonly<Record<string, unknown>>;
}

/** The latest version's number; publishers of one policy take turns until the commit. */
async function latestVersion(tx: Tx, name: string): Promise<number> {
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`policy:${name}`}, 0))`.execute(tx.tables()),
    sql<{ version: number }>`select coalesce(max(version), 0) as version
      from platform.policy_version where name = ${name}`.execute(tx.tables()),
  ]);
  return rows[0]?.version ?? 0;
}

async function insertVersion(tx: Tx, name: string, published: PolicyVersion): Promise<void> {
  await sql`insert into platform.policy_version (name, version, effective_from, document, published_by, published_at)
    values (${name}, ${published.version}, ${toDate(published.effectiveFrom)},
      ${JSON.stringify(published.document)}::jsonb, ${published.publishedBy}, ${toDate(published.publishedAt)})`.execute(
    tx.tables(),
  );
}

function tell(tx: Tx, name: string, { version, effectiveFrom }: PolicyVersion): void {
  const fact = { version, effectiveFrom: toRfc3339(effectiveFrom) };
  tx.audit({ action: 'publishPolicy', subjectType: 'policy', subjectId: name, after: fact });
  tx.emit(POLICY_PUBLISHED, { name, ...fact });
}
