import { useCategories } from '../page/category-names.ts';
import { useCodeWords } from '../words/words.ts';

/** Skills as people say them; the grade stands for itself elsewhere. */
export function useSkillNames(): (skills: readonly string[]) => string[] {
  const sayCode = useCodeWords();
  const categories = useCategories();
  return (skills) =>
    skills.flatMap((skill) => {
      const [kind = '', code = ''] = skill.split(':');
      if (kind === 'grade') return [];
      return [kind === 'prod' ? categories.nameOf(code) : sayCode('network.certificate', code)];
    });
}
