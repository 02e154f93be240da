import { ask } from '@firstfix/client/api.ts';
import { listCategories } from '@firstfix/contract/catalogue/endpoints';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords, useWords } from '../words/words.ts';

/** What a skill is called: `grade:B`, `prod:fridge`, `cert:gas`. */
export function useSkillNames(): (skill: string) => string {
  const say = useWords();
  const sayCode = useCodeWords();
  const language = useLanguage();
  const categories = useQuery({ ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY });
  return (skill) => {
    const [kind, code = skill] = skill.split(':');
    if (kind === 'grade') return say('dispatch.grade', { grade: code });
    if (kind === 'cert') return sayCode('dispatch.certificate', code);
    const category = categories.data?.items.find((one) => one.code === code);
    if (!category) return code;
    return say('dispatch.product', { product: language === 'zh' ? category.nameZh : category.nameEn });
  };
}
