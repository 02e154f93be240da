import {
  businessTime,
  type Clock,
  type ClockAnchor,
  changeFactor,
  type Instant,
  toDate,
} from '@firstfix/kernel';
import type pg from 'pg';

/** Channel on which a changed anchor is announced to every server. */
export const CLOCK_CHANNEL = 'firstfix_clock';

interface ClockRow {
  wall_anchor: Instant;
  business_anchor: Instant;
  factor: number;
  seen_at: Instant;
  production: boolean;
}

/**
 * The one clock of business facts: a row in the database, computed here without asking it. It stands still
 * while no server runs: the first to start again goes on from the business time last seen.
 */
export class BusinessClock implements Clock {
  readonly #pool: pg.Pool;
  #anchor: ClockAnchor;
  readonly production: boolean;

  private constructor(pool: pg.Pool, row: ClockRow) {
    this.#pool = pool;
    this.#anchor = anchorOf(row);
    this.production = row.production;
  }

  static async open(pool: pg.Pool, options: { production: boolean; factor: number }): Promise<BusinessClock> {
    const wall = Date.now();
    await pool.query(
      `insert into platform.business_clock (wall_anchor, business_anchor, factor, seen_at, production)
       values ($1, $1, $2, $1, $3) on conflict do nothing`,
      [toDate(wall), options.production ? 1 : options.factor, options.production],
    );
    const { rows } = await pool.query<ClockRow>('select * from platform.business_clock');
    const [row] = rows;
    if (!row) throw new Error('platform.business_clock holds no row');
    if (row.production !== options.production) {
      throw new Error(
        row.production
          ? 'This database belongs to production: set FIRSTFIX_PRODUCTION=1.'
          : 'This database holds a demo with its own clock; production needs a fresh one.',
      );
    }
    return new BusinessClock(pool, row);
  }

  /** To be called by the first server after a time without any: business time goes on where it stood. */
  async goOn(): Promise<void> {
    if (this.production) return;
    const { rows } = await this.#pool.query<ClockRow>('select * from platform.business_clock');
    const [row] = rows;
    if (!row) return;
    const seen = businessTime(anchorOf(row), Math.max(row.seen_at, row.wall_anchor));
    await this.#store({ wallAnchor: Date.now(), businessAnchor: seen, factor: row.factor });
  }

  now(): Instant {
    return this.production ? Date.now() : businessTime(this.#anchor, Date.now());
  }

  get anchor(): ClockAnchor {
    return this.#anchor;
  }

  /** Factors: 0 (pause), 1, 10, 60. Throws in production. */
  async setFactor(factor: number): Promise<void> {
    await this.#store(changeFactor(this.#anchor, Date.now(), factor));
  }

  /** Moves a demo's or a test's clock forward to `business`; time never goes back. */
  async advanceTo(business: Instant): Promise<void> {
    if (business < this.now()) throw new RangeError('business time never goes back');
    await this.#store({ wallAnchor: Date.now(), businessAnchor: business, factor: this.#anchor.factor });
  }

  async reload(): Promise<void> {
    const { rows } = await this.#pool.query<ClockRow>('select * from platform.business_clock');
    if (rows[0]) this.#anchor = anchorOf(rows[0]);
  }

  /** Shows that a server runs; called every second. */
  async beat(): Promise<void> {
    await this.#pool.query('update platform.business_clock set seen_at = $1 where seen_at < $1', [
      toDate(Date.now()),
    ]);
  }

  async #store(anchor: ClockAnchor): Promise<void> {
    if (this.production) throw new Error('in production business time is wall time');
    await this.#pool.query(
      `with changed as (update platform.business_clock
         set wall_anchor = $1, business_anchor = $2, factor = $3, seen_at = greatest(seen_at, $1))
       select pg_notify('${CLOCK_CHANNEL}', '')`,
      [toDate(anchor.wallAnchor), toDate(anchor.businessAnchor), anchor.factor],
    );
    this.#anchor = anchor;
  }
}

function anchorOf(row: ClockRow): ClockAnchor {
  return { wallAnchor: row.wall_anchor, businessAnchor: row.business_anchor, factor: row.factor };
}
