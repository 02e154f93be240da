import { LIVE_CHANNEL, type LiveMessage } from './live-message.ts';

/** News that come close together are told together. */
const TOLD_EVERY_MS = 1_000;
/** NOTIFY carries at most 8000 bytes. */
const TOPICS_PER_NOTIFY = 100;

/** Runs a statement by itself. */
interface Notifier {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/**
 * Tells screens of what changes many times a minute and concerns nobody else: nothing is stored. Topics are gathered for a second and
 * told by one NOTIFY, because each commit that notifies waits for the others. What is lost with the process, a screen sees at its next look.
 */
export class ScreenNews {
  readonly #notifier: Notifier;
  readonly #onFailure: (error: unknown) => void;
  #topics = new Set<string>();

  constructor(notifier: Notifier, onFailure: (error: unknown) => void) {
    this.#notifier = notifier;
    this.#onFailure = onFailure;
  }

  tell(...topics: readonly string[]): void {
    if (this.#topics.size === 0) setTimeout(() => this.#flush(), TOLD_EVERY_MS).unref();
    for (const topic of topics) this.#topics.add(topic);
  }

  #flush(): void {
    const topics = [...this.#topics];
    this.#topics = new Set();
    for (let from = 0; from < topics.length; from += TOPICS_PER_NOTIFY) {
      const message: LiveMessage = { topics: topics.slice(from, from + TOPICS_PER_NOTIFY) };
      this.#notifier
        .query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify(message)])
        .catch(this.#onFailure);
    }
  }
}
