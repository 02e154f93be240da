import { api } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { judgeAssignment } from '@firstfix/contract/dispatch/endpoints';
import { queryOptions } from '@tanstack/react-query';

export type Verdict = ResponseOf<typeof judgeAssignment>;
export type BrokenRule = Verdict['broken'][number];

/** Somebody to do an order. */
export interface Wish {
  readonly orderId: string;
  readonly engineerId: string;
  /** Without it the engine takes the best place in the day. */
  readonly plannedStartAt?: string;
}

/** Fits: done at once. Warned: a time rule gives way if a person says so. Refused: this engineer may not or cannot. */
export type Look = 'fits' | 'warned' | 'refused';

/** Rules about who somebody is: no later hour makes them right. */
const REFUSING: readonly string[] = ['skill', 'excluded', 'pinned', 'parts'];

export function lookOf({ broken }: Verdict): Look {
  if (broken.length === 0) return 'fits';
  return broken.some(({ rule }) => REFUSING.includes(rule)) ? 'refused' : 'warned';
}

/** What the engine says, asked while somebody still holds the order over an engineer's row. */
export function verdictOn(wish: Wish) {
  const { orderId: id, ...body } = wish;
  return queryOptions<Verdict>({
    queryKey: [judgeAssignment.id, wish],
    queryFn: () => api.call(judgeAssignment, { params: { id }, body }),
  });
}
