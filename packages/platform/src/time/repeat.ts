import { setTimeout as sleep } from 'node:timers/promises';

/** A loop that runs `step` again and again: at once after `true`, else after `pauseMs`, or soon after a poke. */
export interface Repeater {
  poke(): void;
  stop(): Promise<void>;
}

/** A poke is answered so much later: those that come meanwhile are answered by the same step. */
const GATHER_MS = 30;
/** The same when pokes came while a step ran: more will, and fewer steps that find more cost less. */
const BUSY_GATHER_MS = 100;

export function repeat(options: {
  pauseMs: number;
  step: () => Promise<boolean>;
  onError: (error: unknown) => void;
}): Repeater {
  let stopped = false;
  let poked = false;
  let wake: () => void = () => undefined;

  async function run(): Promise<void> {
    while (!stopped) {
      const more = await options.step().catch((error: unknown) => {
        options.onError(error);
        return false;
      });
      if (more) continue;
      const busy = poked;
      if (!busy && !stopped) await pause();
      if (poked && !stopped) await sleep(busy ? BUSY_GATHER_MS : GATHER_MS);
      poked = false;
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, options.pauseMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    poke() {
      poked = true;
      wake();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
