import { type Catalogue, codeWordsOf, type Language, wordsOf } from '@firstfix/ui/language.ts';
import type { zh } from './zh.ts';

/** Says the app's words: `const say = useWords(); say('start.title')`. */
export const useWords = wordsOf<typeof zh>();

/** Says the word of an open code: `sayCode('order.entry', entry.kind)`. */
export const useCodeWords = codeWordsOf<typeof zh>();

/** Only the language spoken is loaded. */
export async function loadWords(language: Language): Promise<Catalogue> {
  if (language === 'en') return (await import('./en.ts')).en;
  return (await import('./zh.ts')).zh;
}
