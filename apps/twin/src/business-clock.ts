import type { Client } from '@firstfix/contract/client';
import { getBusinessClock } from '@firstfix/contract/platform/endpoints';
import { businessTime, type ClockAnchor, type Instant, parseInstant, wallTimeOf } from '@firstfix/kernel';

/** How long somebody waits at most before looking at the clock again. */
const LONGEST_NAP_MS = 1_000;

/** Business time as the server keeps it, followed without asking again. */
export class FollowedClock {
  readonly #client: Client;
  #anchor: ClockAnchor;

  private constructor(client: Client, anchor: ClockAnchor) {
    this.#client = client;
    this.#anchor = anchor;
  }

  static async follow(client: Client): Promise<FollowedClock> {
    return new FollowedClock(client, await readAnchor(client));
  }

  now(): Instant {
    return businessTime(this.#anchor, Date.now());
  }

  /** Somebody changed its speed, or the server was gone for a while. */
  async lookAgain(): Promise<void> {
    this.#anchor = await readAnchor(this.#client);
  }

  /** Waits until business time reaches `instant`, however often its speed changes meanwhile; a pause is waited out. */
  async reach(instant: Instant): Promise<void> {
    for (let left = instant - this.now(); left > 0; left = instant - this.now()) {
      const wall = wallTimeOf(this.#anchor, instant);
      const pause = wall === undefined ? LONGEST_NAP_MS : Math.min(LONGEST_NAP_MS, wall - Date.now());
      await new Promise((resolve) => setTimeout(resolve, Math.max(5, pause)));
    }
  }

  /** Lets so many milliseconds of business time go by. */
  pass(milliseconds: number): Promise<void> {
    return this.reach(this.now() + milliseconds);
  }

  /** Waits until business time reaches `instant`; not at all while the clock stands. */
  async sleepUntil(instant: Instant): Promise<void> {
    const wall = wallTimeOf(this.#anchor, instant);
    const pause = wall === undefined ? 0 : wall - Date.now();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function readAnchor(client: Client): Promise<ClockAnchor> {
  const { wallAnchor, businessAnchor, factor } = await client.call(getBusinessClock);
  return { wallAnchor: parseInstant(wallAnchor), businessAnchor: parseInstant(businessAnchor), factor };
}
