import type { Router } from '@firstfix/city';
import { ApiProblem } from '@firstfix/contract/client';
import type { Id } from '@firstfix/kernel';
import type { Customer } from '../cast.ts';
import { Tally } from '../day/tally.ts';
import type { Stage } from '../stage.ts';
import { TakenOver } from './played.ts';

/** A session that ran out ends the simulation: whoever started it signs everybody in again. */
class SignedOut extends Error {}

/** Where the simulated people live: the stage, the streets, and what happens in it. */
export class Town {
  readonly stage: Stage;
  readonly router: Router;
  readonly #people: ReadonlyMap<Id, Customer>;
  readonly events = new Tally();
  #stop: (error: Error) => void = () => undefined;
  /** Fails when nobody can go on. */
  readonly over: Promise<never>;

  constructor(stage: Stage, router: Router) {
    this.stage = stage;
    this.router = router;
    const { customers, waiting } = stage.cast;
    this.#people = new Map([...waiting, ...customers].map((customer) => [customer.id, customer]));
    this.over = new Promise((_, reject) => {
      this.#stop = reject;
    });
  }

  /** `undefined` for somebody who plays no part. */
  findCustomer(id: Id): Customer | undefined {
    return this.#people.get(id);
  }

  /** Does something that may be refused: people are told no every day, and go on. */
  async attempt(what: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.events.add(what);
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) this.#stop(new SignedOut(error.message));
      this.events.add(`${what}: ${reasonOf(error)}`);
      return false;
    }
  }

  /** Something that goes on beside everything else. */
  begin(what: string, work: () => Promise<unknown>): void {
    void this.attempt(what, work);
  }

  /** Does something again and again, every so many milliseconds of business time. */
  async every(milliseconds: number, what: string, work: () => Promise<unknown>): Promise<never> {
    for (;;) {
      await this.attempt(what, work);
      await this.stage.clock.pass(milliseconds * (0.8 + 0.4 * this.stage.random.next()));
      // a paused clock lets nobody through
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof TakenOver) return 'taken over';
  return error instanceof ApiProblem ? error.code : 'unreachable';
}
