import { api } from '@firstfix/client/api.ts';
import {
  assignWorkOrder,
  explainAssignment,
  listCandidates,
  unassignWorkOrder,
} from '@firstfix/contract/dispatch/endpoints';
import { listVisits, listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardRow } from './board-rows.ts';
import { lookOf, type Verdict, verdictOn, type Wish } from './verdict.ts';

/** A wish the engine has objections to: a person decides. */
export interface Objection {
  readonly wish: Wish;
  readonly verdict?: Verdict;
  /** Instead of a verdict: not possible at all. */
  readonly problem?: Error;
}

/** What was just done, and how to take it back. */
export interface Done {
  readonly wish: Wish;
  /** Whose it was before. */
  readonly before?: { readonly engineerId: string; readonly plannedStartAt: string };
}

export interface Assigning {
  readonly objection: Objection | undefined;
  readonly done: Done | undefined;
  readonly problem: Error | undefined;
  readonly busy: boolean;
  /** Asks the engine first: what fits is done, anything else becomes an objection. */
  attempt(wish: Wish): Promise<void>;
  /** The person knows what it breaks. */
  insist(): Promise<void>;
  undo(): Promise<void>;
  dismiss(): void;
}

/** Giving an order to an engineer: verdict, objection, assignment, and back. */
export function useAssigning(rows: readonly BoardRow[]): Assigning {
  const queries = useQueryClient();
  const [objection, setObjection] = useState<Objection>();
  const [done, setDone] = useState<Done>();
  const [problem, setProblem] = useState<Error>();
  const [busy, setBusy] = useState(false);

  async function assign(wish: Wish, confirmed: boolean): Promise<void> {
    const { orderId, ...body } = wish;
    const before = holderOf(rows, orderId);
    await api.call(assignWorkOrder, { params: { id: orderId }, body: { ...body, confirmed } });
    setObjection(undefined);
    setDone({ wish, ...(before ? { before } : {}) });
  }

  /** One thing at a time; what goes wrong is told beside what was done. */
  async function doing(step: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    try {
      await step();
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
      await lookAgain(queries);
    }
  }

  return {
    objection,
    done,
    problem,
    busy,
    attempt: async (wish) => {
      setDone(undefined);
      const judged = await judge(queries, wish);
      if (judged.verdict && lookOf(judged.verdict) === 'fits') await doing(() => assign(wish, false));
      else setObjection(judged);
    },
    insist: () => doing(async () => objection && (await assign(objection.wish, true))),
    undo: () =>
      doing(async () => {
        if (!done) return;
        const { before, wish } = done;
        const params = { id: wish.orderId };
        if (before) {
          const body = { ...before, confirmed: true };
          await api.call(assignWorkOrder, { params, body });
        } else {
          await api.call(unassignWorkOrder, { params, body: { reason: 'undone' } });
        }
        setDone(undefined);
      }),
    dismiss: () => {
      setObjection(undefined);
      setDone(undefined);
      setProblem(undefined);
    },
  };
}

async function judge(queries: QueryClient, wish: Wish): Promise<Objection> {
  try {
    return { wish, verdict: await queries.fetchQuery({ ...verdictOn(wish), staleTime: 0 }) };
  } catch (error) {
    return { wish, problem: error instanceof Error ? error : new Error(String(error)) };
  }
}

function holderOf(rows: readonly BoardRow[], orderId: string): Done['before'] {
  const visit = rows
    .flatMap(({ blocks }) => blocks)
    .find(({ visit: { workOrderIds } }) => workOrderIds.includes(orderId))?.visit;
  return visit && { engineerId: visit.engineerId, plannedStartAt: visit.plannedStartAt };
}

/** Everything the board shows may have moved. */
async function lookAgain(queries: QueryClient): Promise<void> {
  const moved = [listWorkOrders, listVisits, listCandidates, explainAssignment].map(({ id }) => id);
  await Promise.all(moved.map((id) => queries.invalidateQueries({ queryKey: [id] })));
}
