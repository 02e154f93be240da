import { fen, type Id, type Instant, MINUTE, newId } from '@firstfix/kernel';
import { systemActor, type Tx } from '@firstfix/platform';
import { startTestApp, type TestApp } from '@firstfix/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payChecks } from '../src/checks.ts';
import type { Account, NewTransaction } from '../src/ledger-transaction.ts';
import { takeSnapshot } from '../src/store/balance-snapshots.ts';
import { accountId, post, reverse } from '../src/store/ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => app.runtime.transactor.transact(systemActor('test'), work);

const OWNERS: readonly Id[] = [newId(), newId(), newId()];
const ACCOUNTS: readonly Account[] = [
  ...OWNERS.map((ownerId): Account => ({ kind: 'engineer', ownerId })),
  ...OWNERS.map((ownerId): Account => ({ kind: 'cost_centre', ownerId })),
  { kind: 'taxes', ownerId: null },
];

function aTransaction(
  cause: string,
  moves: readonly (readonly [from: number, to: number, amount: number])[],
): NewTransaction {
  return {
    cause,
    kind: 'test',
    workOrderId: null,
    lines: moves.flatMap(([from, to, amount]) => [
      { account: ACCOUNTS[from % ACCOUNTS.length] ?? TAXES, amountFen: fen(-amount) },
      { account: ACCOUNTS[to % ACCOUNTS.length] ?? TAXES, amountFen: fen(amount) },
    ]),
  };
}
const TAXES: Account = { kind: 'taxes', ownerId: null };

type Step =
  | {
      readonly do: 'post';
      readonly cause: number;
      readonly moves: [number, number, number][];
      readonly times: number;
    }
  | { readonly do: 'reverse'; readonly cause: number; readonly times: number }
  | { readonly do: 'snapshot' }
  | { readonly do: 'wait' };

const index = fc.nat({ max: 6 });
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      cause: fc.nat({ max: 9 }),
      moves: fc.array(fc.tuple(index, index, fc.integer({ min: 1, max: 1_000_000_000 })), {
        minLength: 1,
        maxLength: 4,
      }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reverse' as const),
      cause: fc.nat({ max: 9 }),
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'snapshot' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'wait' }) },
);

/** What the ledger should be, folded the simple way. */
class NaiveLedger {
  readonly #posted = new Map<string, NewTransaction>();
  readonly #reversed = new Set<string>();
  readonly #entries: { account: Id; amount: number; at: Instant }[] = [];

  post(transaction: NewTransaction, at: Instant): void {
    if (this.#posted.has(transaction.cause)) return;
    this.#posted.set(transaction.cause, transaction);
    this.#write(transaction, 1, at);
  }

  reverse(cause: string, at: Instant): void {
    const transaction = this.#posted.get(cause);
    if (!transaction || this.#reversed.has(cause)) return;
    this.#reversed.add(cause);
    this.#write(transaction, -1, at);
  }

  balance(account: Id, at: Instant): number {
    return this.#entries
      .filter((entry) => entry.account === account && entry.at <= at)
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  #write(transaction: NewTransaction, sign: number, at: Instant): void {
    for (const { account, amountFen } of transaction.lines) {
      this.#entries.push({ account: accountId(account), amount: sign * amountFen, at });
    }
  }
}

async function take(step: Step, round: string, naive: NaiveLedger): Promise<void> {
  if (step.do === 'wait') return app.advance(MINUTE);
  if (step.do === 'snapshot') return inTx((tx) => takeSnapshot(tx, tx.now));
  const cause = `${round}:${step.cause}`;
  const times = Array.from({ length: step.times });
  if (step.do === 'post') {
    const transaction = aTransaction(cause, step.moves);
    await Promise.all(times.map(() => inTx((tx) => post(tx, [transaction]))));
    return naive.post(transaction, app.now());
  }
  await Promise.all(times.map(() => inTx((tx) => reverse(tx, [{ cause: `undo:${cause}`, of: cause }]))));
  return naive.reverse(cause, app.now());
}

async function balanceAt(account: Account, at: Instant): Promise<number> {
  const [row] = await app.rows<{ balance: string }>('select pay.balance_at($1, $2) as balance', [
    accountId(account),
    new Date(at),
  ]);
  return Number(row?.balance);
}

async function violations(): Promise<unknown[]> {
  const found = await Promise.all(
    payChecks.map(({ find }) => (typeof find === 'string' ? app.rows(find) : [])),
  );
  return found.flat();
}

describe('the ledger', () => {
  it('equals a naive fold through any posting, reversal, repetition and snapshot', async () => {
    let round = 0;
    const naive = new NaiveLedger();
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 25 }), async (steps) => {
        round += 1;
        const began = app.now();
        for (const step of steps) await take(step, `round-${round}`, naive);
        for (const account of ACCOUNTS) {
          expect(await balanceAt(account, app.now())).toBe(naive.balance(accountId(account), app.now()));
          expect(await balanceAt(account, began)).toBe(naive.balance(accountId(account), began));
        }
      }),
      { numRuns: 15 },
    );
    const [sum] = await app.rows<{ sum: string }>('select sum(amount_fen) as sum from pay.posting');
    expect(Number(sum?.sum)).toBe(0);
    expect(await violations()).toEqual([]);
  });

  it('counts what is written late under a date that a snapshot has passed', async () => {
    const account: Account = { kind: 'outlet', ownerId: newId() };
    const move = (cause: string): NewTransaction => ({
      cause,
      kind: 'test',
      workOrderId: null,
      lines: [
        { account, amountFen: fen(100) },
        { account: TAXES, amountFen: fen(-100) },
      ],
    });
    await inTx((tx) => post(tx, [move('early')]));
    await inTx(async (tx) => {
      await post(tx, [move('slow')]);
      await inTx((other) => takeSnapshot(other, other.now));
    });
    expect(await balanceAt(account, app.now())).toBe(200);
    await app.advance(MINUTE);
    await inTx((tx) => takeSnapshot(tx, tx.now));
    await app.advance(MINUTE);
    await inTx((tx) => post(tx, [move('late')]));
    await inTx((tx) => takeSnapshot(tx, tx.now));
    expect(await balanceAt(account, app.now())).toBe(300);
  });

  it('posts many transactions in one statement', async () => {
    const account: Account = { kind: 'outlet', ownerId: newId() };
    const many = Array.from(
      { length: 500 },
      (_, n): NewTransaction => ({
        cause: `many:${n}`,
        kind: 'test',
        workOrderId: null,
        lines: [
          { account, amountFen: fen(n + 1) },
          { account: TAXES, amountFen: fen(-n - 1) },
        ],
      }),
    );
    await inTx((tx) => post(tx, many));
    expect(await balanceAt(account, app.now())).toBe(125_250);
  });

  it('refuses what does not balance, and any change', async () => {
    const crooked = {
      cause: 'x',
      kind: 'test',
      workOrderId: null,
      lines: [{ account: TAXES, amountFen: fen(1) }],
    };
    await expect(inTx((tx) => post(tx, [crooked]))).rejects.toThrow(/sums to 1 fen/);
    const id = newId();
    await app.rows(
      `insert into pay.ledger_transaction (id, cause, kind, at) values ($1, 'raw', 'test', now())`,
      [id],
    );
    await expect(
      app.rows(
        `insert into pay.posting (transaction_id, seq, account_id, amount_fen, at)
        values ($1, 0, $1, 5, now()), ($1, 1, $1, -4, now())`,
        [id],
      ),
    ).rejects.toThrow(/does not sum to zero/);
    for (const statement of [
      'update pay.posting set amount_fen = 1',
      'delete from pay.posting',
      'truncate pay.posting',
      `update pay.ledger_transaction set cause = 'y'`,
      'delete from pay.account',
    ]) {
      await expect(app.rows(statement)).rejects.toThrow(/forbidden|truncate/);
    }
    expect(await violations()).toMatchObject([{ violation: 'transaction raw sums to nothing' }]);
  });
});
