/** A loop that runs `step` again and again: at once after `true`, else after `pauseMs` or a poke. */
export interface Repeater {
  poke(): void;
  stop(): Promise<void>;
}

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
      poked = false;
      const more = await options.step().catch((error: unknown) => {
        options.onError(error);
        return false;
      });
      if (!more && !poked && !stopped) await pause();
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
