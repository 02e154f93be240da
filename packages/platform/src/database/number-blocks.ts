import type pg from 'pg';

/** How many numbers are taken from a sequence at a time; those unused at the end are gaps. */
const BLOCK = 200;
/** With fewer left the next block is fetched while these are handed out. */
const LOW = 50;

interface Block {
  readonly numbers: number[];
  fetching: Promise<void> | undefined;
}

/** Numbers people read (order numbers), handed out from memory so that no command waits for its own. */
export class NumberBlocks {
  readonly #pool: pg.Pool;
  readonly #blocks = new Map<string, Block>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** The next number of the sequence, by its full name. Never given twice; not in the order of commits. */
  async next(sequence: string): Promise<number> {
    const block = this.#blocks.get(sequence) ?? { numbers: [], fetching: undefined };
    this.#blocks.set(sequence, block);
    for (;;) {
      if (block.numbers.length <= LOW) this.#fetchAhead(sequence, block);
      const number = block.numbers.shift();
      if (number !== undefined) return number;
      await block.fetching;
    }
  }

  /** Nobody may be waiting: a failure is told to whoever runs out of numbers, who then asks again. */
  #fetchAhead(sequence: string, block: Block): void {
    if (block.fetching) return;
    block.fetching = this.#fetch(sequence, block);
    block.fetching.catch(() => undefined);
  }

  async #fetch(sequence: string, block: Block): Promise<void> {
    try {
      const { rows } = await this.#pool.query<{ number: number }>(
        'select nextval($1::regclass) as number from generate_series(1, $2::int)',
        [sequence, BLOCK],
      );
      block.numbers.push(...rows.map(({ number }) => number));
    } finally {
      block.fetching = undefined;
    }
  }
}
