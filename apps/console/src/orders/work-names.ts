import { ask } from '@firstfix/client/api.ts';
import { listCategories, listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';

interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What a job is called, like `冰箱 · 维修`; the catalogue's names change rarely. */
export function useWorkNames(): (work: Pick<WorkOrderView['work'], 'workType' | 'category'>) => string {
  const language = useLanguage();
  const types = useQuery({ ...ask(listWorkTypes), staleTime: Number.POSITIVE_INFINITY });
  const categories = useQuery({ ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY });
  const nameIn = (list: readonly Named[] | undefined, code: string) => {
    const named = list?.find((one) => one.code === code);
    if (!named) return code;
    return language === 'zh' ? named.nameZh : named.nameEn;
  };
  return ({ workType, category }) =>
    `${nameIn(categories.data?.items, category)} · ${nameIn(types.data?.items, workType)}`;
}
