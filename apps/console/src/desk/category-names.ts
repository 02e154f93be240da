import { ask } from '@firstfix/client/api.ts';
import { listCategories } from '@firstfix/contract/catalogue/endpoints';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';

/** Says the name of a product category. */
export function useCategoryName(): (code: string) => string {
  const language = useLanguage();
  const { data } = useQuery({ ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY });
  return (code) => {
    const category = data?.items.find((one) => one.code === code);
    if (!category) return code;
    return language === 'zh' ? category.nameZh : category.nameEn;
  };
}
