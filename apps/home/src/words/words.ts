import { type Catalogue, type Language, wordsOf } from '@firstfix/ui/language.ts';
import type { zh } from './zh.ts';

/** Says the app's words: `const say = useWords(); say('start.title')`. */
export const useWords = wordsOf<typeof zh>();

/** Only the language spoken is loaded. */
export async function loadWords(language: Language): Promise<Catalogue> {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./zh.ts')).zh;
}
