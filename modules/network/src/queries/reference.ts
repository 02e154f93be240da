import { notFound } from '@firstfix/contract/refusal';
import type { Clock, Id, Point } from '@firstfix/kernel';
import { addDays, type LocalDate, localDateOf } from '@firstfix/kernel/zone';
import { type Runtime, TimedCache } from '@firstfix/platform';
import { type SqlBool, sql } from 'kysely';
import { cellOf, cellsOfTuft, tuftOf } from '../cells.ts';
import type { EngineerRecord } from '../engineer.ts';
import { type Engineer, engineerOn } from '../engineer-on-date.ts';
import type { Outlet } from '../outlet.ts';
import { listAbsences } from '../store/absence-store.ts';
import { selectEngineers, toEngineer } from '../store/engineer-store.ts';
import { toOutlet } from '../store/outlet-store.ts';
import { type NetworkDb, selectTerritories, toTerritory } from '../store/territory-store.ts';
import type { DB } from '../tables.ts';
import type { Territory } from '../territory.ts';
import type { WorkingDay } from '../working-days.ts';
import { Team } from './team.ts';

/** Changes made on other servers are seen this much later at the latest. */
const MAX_AGE_MS = 3_000;
/** Places of a network change by imports, not by the day. */
const PLACES_MAX_AGE_MS = 30_000;
const LONGEST_ROSTER_DAYS = 92;

/** What everybody asks of the network all day, remembered for a few seconds. */
export class Reference {
  /** Not the caller's transaction: what is read here is everybody's. */
  readonly #db: NetworkDb;
  readonly #clock: Clock;
  readonly #territories = new TimedCache<Territory | undefined>(PLACES_MAX_AGE_MS, 10_000);
  /** Cells by their tuft: who asks for one soon asks for its neighbour. */
  readonly #tufts = new TimedCache<ReadonlyMap<string, Id>>(PLACES_MAX_AGE_MS, 10_000);
  readonly #outlets = new TimedCache<Outlet | undefined>(MAX_AGE_MS, 10_000);
  /** In whose team an engineer was last seen. */
  readonly #homes = new TimedCache<Id | undefined>(PLACES_MAX_AGE_MS, 20_000);
  readonly #teams = new TimedCache<Team>(MAX_AGE_MS, 1_000);

  constructor(runtime: Pick<Runtime, 'database' | 'clock'>) {
    this.#db = runtime.database.kysely<DB>();
    this.#clock = runtime.clock;
  }

  /** After a write on this server. */
  clear(): void {
    const caches = [this.#territories, this.#tufts, this.#outlets, this.#homes, this.#teams];
    for (const cache of caches) cache.clear();
  }

  findTerritory(id: Id): Promise<Territory | undefined> {
    return this.#territories.get(id, async () => {
      const row = await selectTerritories(this.#db).where('t.id', '=', id).executeTakeFirst();
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
    const tuft = tuftOf(cell);
    const served = await this.#tufts.get(tuft, () => this.#readTuft(tuft));
    const id = served.get(cell);
    return id === undefined ? undefined : this.getTerritory(id);
  }

  findOutlet(id: Id): Promise<Outlet | undefined> {
    return this.#outlets.get(id, async () => {
      const rows = this.#db.selectFrom('network.outlet').selectAll().where('id', '=', id);
      const row = await rows.executeTakeFirst();
      return row && toOutlet(row);
    });
  }

  /** With the skills of `on`, by default today in the territory. */
  async findEngineer(id: Id, on?: LocalDate): Promise<Engineer | undefined> {
    const record = await this.#record(id);
    return record && engineerOn(record, on ?? (await this.today(record.territoryId)));
  }

  /** Everybody whose home territory it is and who has not left on the date, by id; the same list while it is known. */
  async listEngineers(territoryId: Id, on?: LocalDate): Promise<readonly Engineer[]> {
    const [team, date] = await Promise.all([this.#team(territoryId), on ?? this.today(territoryId)]);
    return team.engineersOn(date);
  }

  /**
   * Who of the territory works when on a date in its zone, by engineer; the same list while it is known.
   * Attendance only: standing and outlet decide about new work, not about who is there.
   */
  async workingDaysOn(territoryId: Id, date: LocalDate): Promise<readonly WorkingDay[]> {
    return (await this.#team(territoryId)).workingDaysOn(date);
  }

  /** As `workingDaysOn`, for the dates from `from` to `to`, both included, at most 92 days; an engineer's together. */
  async workingDays(territoryId: Id, from: LocalDate, to: LocalDate): Promise<WorkingDay[]> {
    if (to > addDays(from, LONGEST_ROSTER_DAYS))
      throw new RangeError(`more than a quarter: ${from} to ${to}`);
    const team = await this.#team(territoryId);
    const dates: LocalDate[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
    const days = (await Promise.all(dates.map((date) => team.workingDaysOn(date)))).flat();
    return days.sort((a, b) => (a.engineerId < b.engineerId ? -1 : Number(a.engineerId > b.engineerId)));
  }

  /** The date in the territory's zone. */
  async today(territoryId: Id): Promise<LocalDate> {
    return localDateOf(this.#clock.now(), (await this.getTerritory(territoryId)).zone);
  }

  /** By the team, which is mostly known already. */
  async #record(id: Id): Promise<EngineerRecord | undefined> {
    const home = await this.#homes.get(id, () => this.#findHome(id), isKnown);
    const member = home === undefined ? undefined : (await this.#team(home)).find(id);
    return member ?? this.#readRecord(id);
  }

  async #findHome(id: Id): Promise<Id | undefined> {
    const rows = this.#db.selectFrom('network.engineer').select('territory_id').where('id', '=', id);
    return (await rows.executeTakeFirst())?.territory_id;
  }

  /** Of somebody who has just changed teams, or come. */
  async #readRecord(id: Id): Promise<EngineerRecord | undefined> {
    const row = await selectEngineers(this.#db).where('e.id', '=', id).executeTakeFirst();
    return row && toEngineer(row);
  }

  async #readTuft(tuft: string): Promise<ReadonlyMap<string, Id>> {
    const rows = await this.#db
      .selectFrom('network.cell')
      .select(['cell', 'territory_id'])
      .where(sql<SqlBool>`cell = any(${cellsOfTuft(tuft)}::text[])`)
      .execute();
    return new Map(rows.map((row) => [row.cell, row.territory_id]));
  }

  #team(territoryId: Id): Promise<Team> {
    return this.#teams.get(territoryId, async () => {
      const rows = selectEngineers(this.#db).where('e.territory_id', '=', territoryId).orderBy('e.id');
      const [{ zone }, team] = await Promise.all([this.getTerritory(territoryId), rows.execute()]);
      return new Team(zone, team.map(toEngineer), (from, to) =>
        listAbsences(this.#db, territoryId, from, to),
      );
    });
  }
}

/** Somebody not there yet may come any moment. */
function isKnown(id: Id | undefined): boolean {
  return id !== undefined;
}
