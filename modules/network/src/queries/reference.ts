import { type Clock, type Id, type Instant, notFound, type Point } from '@firstfix/kernel';
import { addDays, instantAt, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { at, type Runtime, TimedCache } from '@firstfix/platform';
import type { CompiledQuery } from 'kysely';
import { cellOf } from '../cells.ts';
import type { Candidate } from '../eligibility.ts';
import { type EngineerRecord, isActiveOn } from '../engineer.ts';
import type { Outlet } from '../outlet.ts';
import { skillsOf } from '../skills.ts';
import { selectEngineers, toEngineer } from '../store/engineer-store.ts';
import { toOutlet } from '../store/outlet-store.ts';
import { type NetworkDb, selectTerritories, toTerritory } from '../store/territory-store.ts';
import type { DB } from '../tables.ts';
import type { Territory } from '../territory.ts';
import { type WorkingDay, workingDaysOf } from '../working-days.ts';

/** Changes made on other servers are seen this much later at the latest. */
const MAX_AGE_MS = 3_000;
/** Places of a network change by imports, not by the day. */
const PLACES_MAX_AGE_MS = 30_000;
const LONGEST_ROSTER_DAYS = 92;

/** An engineer as the modules above know one, with the skills of a date. */
export interface Engineer extends Candidate {
  readonly id: Id;
  readonly userId: Id;
  readonly name: string;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly home: Point;
  /** `grade:B` and the lower ones, `prod:<category>`, `cert:<code>`: those that hold on the date. */
  readonly skills: readonly string[];
  /** From 1 to 5. */
  readonly stars: number;
  /** Has not left on the date. */
  readonly active: boolean;
  readonly joinedOn: LocalDate;
}

/** What everybody asks of the network all day, remembered for a few seconds. */
export class Reference {
  readonly #db: NetworkDb;
  /** Not the pool of requests: a transaction that asks must not wait for its own connection. */
  readonly #pool: Runtime['database']['plainPool'];
  readonly #clock: Clock;
  readonly #territories = new TimedCache<Territory | undefined>(PLACES_MAX_AGE_MS, 10_000);
  readonly #cells = new TimedCache<Id | undefined>(PLACES_MAX_AGE_MS, 100_000);
  readonly #outlets = new TimedCache<Outlet | undefined>(MAX_AGE_MS, 10_000);
  readonly #engineers = new TimedCache<EngineerRecord | undefined>(MAX_AGE_MS, 20_000);
  readonly #teams = new TimedCache<EngineerRecord[]>(MAX_AGE_MS, 1_000);
  readonly #rosters = new TimedCache<WorkingDay[]>(MAX_AGE_MS, 2_000);

  constructor(runtime: Pick<Runtime, 'database' | 'clock'>) {
    this.#db = runtime.database.kysely<DB>();
    this.#pool = runtime.database.plainPool;
    this.#clock = runtime.clock;
  }

  /** After a write on this server. */
  clear(): void {
    for (const cache of [this.#territories, this.#cells, this.#outlets, this.#engineers, this.#teams]) {
      cache.clear();
    }
    this.#rosters.clear();
  }

  findTerritory(id: Id): Promise<Territory | undefined> {
    return this.#territories.get(id, async () => {
      const [row] = await this.#read(selectTerritories(this.#db).where('t.id', '=', id));
      return row && toTerritory(row);
    });
  }

  /** 404 when there is none. */
  async getTerritory(id: Id): Promise<Territory> {
    const territory = await this.findTerritory(id);
    if (!territory) throw notFound('territory', id);
    return territory;
  }

  /** The territory that serves a point. */
  async territoryAt(point: Point): Promise<Territory | undefined> {
    const cell = cellOf(point);
    const id = await this.#cells.get(cell, async () => {
      const query = this.#db.selectFrom('network.cell').select('territory_id').where('cell', '=', cell);
      const [row] = await this.#read(query);
      return row?.territory_id;
    });
    return id === undefined ? undefined : this.getTerritory(id);
  }

  findOutlet(id: Id): Promise<Outlet | undefined> {
    return this.#outlets.get(id, async () => {
      const [row] = await this.#read(this.#db.selectFrom('network.outlet').selectAll().where('id', '=', id));
      return row && toOutlet(row);
    });
  }

  /** With the skills of `on`, by default today in the territory. */
  async findEngineer(id: Id, on?: LocalDate): Promise<Engineer | undefined> {
    const record = await this.#engineers.get(id, async () => {
      const [row] = await this.#read(selectEngineers(this.#db).where('e.id', '=', id));
      return row && toEngineer(row);
    });
    return record && engineerOn(record, on ?? (await this.today(record.territoryId)));
  }

  /** Everybody whose home territory it is and who has not left on the date, by id. */
  async listEngineers(territoryId: Id, on?: LocalDate): Promise<Engineer[]> {
    const [team, date] = await Promise.all([this.#team(territoryId), on ?? this.today(territoryId)]);
    return team.filter((one) => isActiveOn(one, date)).map((one) => engineerOn(one, date));
  }

  /**
   * Who of the territory works when, for the dates from `from` to `to` in its zone, both included, at most 92 days.
   * Attendance only: standing and outlet decide about new work, not about who is there.
   */
  workingDays(territoryId: Id, from: LocalDate, to: LocalDate): Promise<WorkingDay[]> {
    if (to > addDays(from, LONGEST_ROSTER_DAYS))
      throw new RangeError(`more than a quarter: ${from} to ${to}`);
    return this.#rosters.get(`${territoryId} ${from} ${to}`, () => this.#roster(territoryId, from, to));
  }

  async #roster(territoryId: Id, from: LocalDate, to: LocalDate): Promise<WorkingDay[]> {
    const [team, { zone }] = await Promise.all([this.#team(territoryId), this.getTerritory(territoryId)]);
    const absences = await this.#absences(
      territoryId,
      instantAt(from, 0, zone),
      instantAt(addDays(to, 2), 0, zone),
    );
    const away = Map.groupBy(absences, ({ engineer_id }) => engineer_id);
    return team.flatMap((one) => {
      const mine = (away.get(one.id) ?? []).map((row) => ({ start: row.start_at, end: row.end_at }));
      return workingDaysOf({ ...one, engineerId: one.id, absences: mine }, zone, from, to);
    });
  }

  #absences(territoryId: Id, from: Instant, to: Instant) {
    return this.#read(
      this.#db
        .selectFrom('network.absence as a')
        .innerJoin('network.engineer as e', 'e.id', 'a.engineer_id')
        .select(['a.engineer_id', 'a.start_at', 'a.end_at'])
        .where('e.territory_id', '=', territoryId)
        .where('a.end_at', '>', at(from))
        .where('a.start_at', '<', at(to)),
    );
  }

  /** The date in the territory's zone. */
  async today(territoryId: Id): Promise<LocalDate> {
    return localDateOf(this.#clock.now(), (await this.getTerritory(territoryId)).zone);
  }

  #team(territoryId: Id): Promise<EngineerRecord[]> {
    return this.#teams.get(territoryId, async () => {
      const query = selectEngineers(this.#db).where('e.territory_id', '=', territoryId).orderBy('e.id');
      return (await this.#read(query)).map(toEngineer);
    });
  }

  async #read<Row extends object>(query: { compile(): CompiledQuery<Row> }): Promise<Row[]> {
    const { sql, parameters } = query.compile();
    return (await this.#pool.query<Row>(sql, [...parameters])).rows;
  }
}

function engineerOn(record: EngineerRecord, date: LocalDate): Engineer {
  const {
    shifts: _,
    standingReason: __,
    standingBy: ___,
    licenceNumber: ____,
    version: _____,
    ...shown
  } = record;
  return {
    ...shown,
    skills: skillsOf(record.grade, record.certificates, date),
    active: isActiveOn(record, date),
  };
}
