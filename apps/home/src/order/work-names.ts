import { ask } from '@firstfix/client/api.ts';
import { listCategories, listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import { useQuery } from '@tanstack/react-query';
import { type Named, useNameOf } from '../words/named.ts';

/** The catalogue's names change rarely. */
export const categoriesQuery = { ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY };
export const workTypesQuery = { ...ask(listWorkTypes), staleTime: Number.POSITIVE_INFINITY };

/** What a job is called, like `冰箱 · 维修`. */
export function useWorkNames() {
  const nameOf = useNameOf();
  const types = useQuery(workTypesQuery);
  const categories = useQuery(categoriesQuery);
  const nameIn = (list: readonly Named[] | undefined, code: string) => {
    const named = list?.find((one) => one.code === code);
    return named ? nameOf(named) : code;
  };
  const category = (code: string) => nameIn(categories.data?.items, code);
  const workType = (code: string) => nameIn(types.data?.items, code);
  return {
    category,
    workType,
    work: (work: { readonly workType: string; readonly category: string }) =>
      `${category(work.category)} · ${workType(work.workType)}`,
  };
}
