import { ask } from '@firstfix/client/api.ts';
import type { Endpoint, QueryOf, ResponseOf } from '@firstfix/contract';
import type { CallInput } from '@firstfix/contract/client';
import type { TableData } from '@firstfix/ui/data-table/table-props.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

type ItemOf<E> = ResponseOf<E> extends { items: readonly (infer Item)[] } ? Item : never;

/** One page of a list as the table wants it; while the next is on its way, the one before stays. */
export function useList<E extends Endpoint>(endpoint: E, query: QueryOf<E>): TableData<ItemOf<E>> {
  const input: CallInput<E> = { query };
  const page = useQuery({ ...ask(endpoint, input), placeholderData: keepPreviousData });
  // every list of the contract answers items, and a cursor when it pages
  const data = page.data as { items: ItemOf<E>[]; next?: string | null } | undefined;
  return { rows: data?.items, next: data?.next ?? null, problem: page.error, onAgain: page.refetch };
}
