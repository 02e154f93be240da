import type { Id, Instant } from '@firstfix/kernel';
import { addDays, addMonths, instantAt, type LocalDate, type Zone } from '@firstfix/kernel/zone';
import { TimedCache } from '@firstfix/platform';
import type { EngineerAbsence } from '../absence.ts';
import { type EngineerRecord, isActiveOn } from '../engineer.ts';
import { type Engineer, engineerOn } from '../engineer-on-date.ts';
import { type WorkingDay, workingDaysOf } from '../working-days.ts';

type LoadAbsences = (from: Instant, to: Instant) => Promise<EngineerAbsence[]>;

/** A team is remembered for seconds, what follows from it as long. */
const LIFE_MS = 60_000;
const MOST_DATES = 200;

/** The engineers of a territory as they were read once, and what follows from that for each date, reckoned once. */
export class Team {
  readonly #zone: Zone;
  readonly #records: readonly EngineerRecord[];
  readonly #loadAbsences: LoadAbsences;
  readonly #engineers = new Map<LocalDate, readonly Engineer[]>();
  readonly #days = new TimedCache<readonly WorkingDay[]>(LIFE_MS, MOST_DATES);
  /** By month: who asks for one day asks for the next. */
  readonly #absences = new TimedCache<ReadonlyMap<Id, EngineerAbsence[]>>(LIFE_MS, MOST_DATES);

  constructor(zone: Zone, records: readonly EngineerRecord[], loadAbsences: LoadAbsences) {
    this.#zone = zone;
    this.#records = records;
    this.#loadAbsences = loadAbsences;
  }

  find(id: Id): EngineerRecord | undefined {
    return this.#records.find((one) => one.id === id);
  }

  /** Who has not left on the date, with the skills of the date. */
  engineersOn(date: LocalDate): readonly Engineer[] {
    const known = this.#engineers.get(date);
    if (known) return known;
    const engineers = this.#records
      .filter((one) => isActiveOn(one, date))
      .map((one) => engineerOn(one, date));
    this.#engineers.set(date, engineers);
    return engineers;
  }

  /** Who works when on the date. */
  workingDaysOn(date: LocalDate): Promise<readonly WorkingDay[]> {
    return this.#days.get(date, async () => {
      const absences = await this.#absencesAround(date);
      return this.#records.flatMap((one) =>
        workingDaysOf(
          { ...one, engineerId: one.id, absences: absences.get(one.id) ?? [] },
          this.#zone,
          date,
          date,
        ),
      );
    });
  }

  #absencesAround(date: LocalDate): Promise<ReadonlyMap<Id, EngineerAbsence[]>> {
    const firstDay = `${date.slice(0, -2)}01`;
    return this.#absences.get(firstDay, async () => {
      // the last night's shift ends on the day after
      const end = instantAt(addDays(addMonths(firstDay, 1), 1), 0, this.#zone);
      const absences = await this.#loadAbsences(instantAt(firstDay, 0, this.#zone), end);
      return Map.groupBy(absences, ({ engineerId }) => engineerId);
    });
  }
}
