import { useLanguage } from '@firstfix/ui/language.ts';

/** What the catalogue calls in both languages. */
interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Its name in the language spoken now. */
export function useNamed(): (named: Named) => string {
  const language = useLanguage();
  return ({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn);
}
