import type { Id } from '@firstfix/kernel';
import type { LocalDate } from '@firstfix/kernel/zone';
import type { Engineer } from './cast.ts';

interface Wanted {
  readonly territoryId: Id;
  readonly skills: readonly string[];
  readonly date: LocalDate;
}

/** Engineers with nothing to do just now: each works on one life at a time. */
export class EngineerPool {
  readonly #free: Engineer[];
  readonly #waiting: { readonly fits: (engineer: Engineer) => boolean; give(engineer: Engineer): void }[] =
    [];
  readonly #all: readonly Engineer[];

  constructor(engineers: readonly Engineer[]) {
    this.#all = engineers;
    this.#free = [...engineers];
  }

  /** An able engineer who works there on the date, as soon as one is free; `undefined` when there is none at all. */
  async take({ territoryId, skills, date }: Wanted): Promise<Engineer | undefined> {
    const fits = (engineer: Engineer) =>
      engineer.territoryId === territoryId &&
      engineer.dates.includes(date) &&
      skills.every((skill) => engineer.skills.includes(skill));
    const at = this.#free.findIndex(fits);
    if (at >= 0) return this.#free.splice(at, 1)[0];
    if (!this.#all.some(fits)) return undefined;
    return new Promise((give) => this.#waiting.push({ fits, give }));
  }

  giveBack(engineer: Engineer): void {
    const at = this.#waiting.findIndex(({ fits }) => fits(engineer));
    if (at < 0) this.#free.push(engineer);
    else this.#waiting.splice(at, 1)[0]?.give(engineer);
  }
}
