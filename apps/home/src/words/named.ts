import { useLanguage } from '@firstfix/ui/language.ts';

/** What the catalogue names in both languages. */
export interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The name in the language spoken now. */
export function useNameOf(): (thing: Pick<Named, 'nameZh' | 'nameEn'>) => string {
  const language = useLanguage();
  return ({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn);
}
