import { remark } from './terminal.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** npm passes a Ctrl-C on that the terminal has sent to everybody already */
const SAME_PRESS_MS = 500;

/** What was started and has to be ended, last first: by a signal, a fault, or because the work is done. */
export class Shutdown {
  readonly #announcements: (() => void)[] = [];
  readonly #steps: (() => Promise<void> | void)[] = [];
  readonly #force: (() => void)[] = [];
  #running: Promise<void> | undefined;
  #begunAt = 0;

  /** Ends in order on the first signal, with `exitCode`; at once on the second. */
  listen(exitCode: number): void {
    for (const signal of SIGNALS) process.on(signal, () => this.#onSignal(exitCode));
  }

  /** To be called as soon as the end begins. */
  announceTo(listener: () => void): void {
    this.#announcements.push(listener);
  }

  /** `step` ends something in order. */
  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** `force` ends something without waiting, if the person has no patience. */
  addForce(force: () => void): void {
    this.#force.push(force);
  }

  get begun(): boolean {
    return this.#running !== undefined;
  }

  /** Throws once the end has begun: whoever is starting things must not start another. */
  check(): void {
    if (this.begun) throw new Error('stopped while starting');
  }

  /** Runs the steps once; later calls wait for the same end. */
  run(): Promise<void> {
    if (this.#running === undefined) {
      this.#begunAt = performance.now();
      this.#running = this.#runSteps();
    }
    return this.#running;
  }

  /** Runs the steps and ends the process. */
  exit(code: number): void {
    this.run().then(
      () => process.exit(code),
      (error) => {
        remark(String(error instanceof Error ? error.stack : error));
        process.exit(1);
      },
    );
  }

  #onSignal(exitCode: number): void {
    if (!this.begun) {
      this.exit(exitCode);
    } else if (performance.now() - this.#begunAt > SAME_PRESS_MS) {
      for (const force of this.#force) force();
      process.exit(1);
    }
  }

  /** A step that fails must not keep the others from ending what they started. */
  async #runSteps(): Promise<void> {
    const failures: unknown[] = [];
    for (const announce of this.#announcements) announce();
    // steps may still be added while something is on its way up
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
