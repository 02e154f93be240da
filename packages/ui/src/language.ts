import { LANGUAGES, type Language } from '@firstfix/contract/language';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { zh } from './words/zh.ts';

export type { Language };

/** Words by key, nested as deep as their subject asks. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

const STORED_AS = 'firstfix.language';

/** Speaks the language chosen here before, or the browser's, or Chinese; `load` brings the app's own words. */
export async function startLanguage(load: (language: Language) => Promise<Catalogue>): Promise<void> {
  loadApp = load;
  await i18next.use(initReactI18next).init({
    ns: ['ui', 'app'],
    resources: {},
    interpolation: { escapeValue: false },
  });
  await speak(preferred());
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED_AS, language);
  await speak(language);
}

/** The language spoken now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** As `useLanguage`, outside of what is shown: in which requests ask to be answered. */
export function spokenLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

/** Says the words of a key; `count` chooses the plural. */
export type Say<C> = (key: KeyOf<C>, values?: Readonly<Record<string, string | number>>) => string;

/** The keys of a catalogue; plurals are named without their ending. */
export type KeyOf<C, Path extends string = ''> = {
  [K in keyof C & string]: C[K] extends string ? `${Path}${Singular<K>}` : KeyOf<C[K], `${Path}${K}.`>;
}[keyof C & string];

type Singular<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Groups of words that have one for whatever is `other`. */
type GroupOf<C, Path extends string = ''> = {
  [K in keyof C & string]: C[K] extends string
    ? never
    : (C[K] extends { other: string } ? `${Path}${K}` : never) | GroupOf<C[K], `${Path}${K}.`>;
}[keyof C & string];

/**
 * Says the word of a code the contract leaves open, like the kind of a journey's entry: `<group>.<code>`, or
 * `<group>.other`, which is given the `code`, for one this client does not know yet.
 */
export type SayCode<C> = (group: GroupOf<C>, code: string) => string;

/** Makes the hook an app says its own words with: `export const useWords = wordsOf<typeof zh>()`. */
export function wordsOf<C>(): () => Say<C> {
  return () => useSaid('app');
}

/** As `wordsOf`, for codes. */
export function codeWordsOf<C>(): () => SayCode<C> {
  return () => {
    const say = useSaid('app');
    return (group, code) => say([`${group}.${code}`, `${group}.other`], { code });
  };
}

/** The words of the design system: its widgets and every state. */
export function useUiWords(): Say<typeof zh> {
  return useSaid('ui');
}

function useSaid(ns: 'ui' | 'app') {
  const { t } = useTranslation(ns);
  return (keys: string | string[], values: Readonly<Record<string, string | number>> = {}) =>
    t(keys, { ...values });
}

let loadApp: (language: Language) => Promise<Catalogue>;

async function speak(language: Language): Promise<void> {
  const [ui, app] = await Promise.all([loadUi(language), loadApp(language)]);
  i18next.addResourceBundle(language, 'ui', ui);
  i18next.addResourceBundle(language, 'app', app);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

async function loadUi(language: Language): Promise<Catalogue> {
  if (language === 'en') return (await import('./words/en.ts')).en;
  return (await import('./words/zh.ts')).zh;
}

function preferred(): Language {
  const stored = localStorage.getItem(STORED_AS);
  if (stored === 'zh' || stored === 'en') return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  return LANGUAGES.find((language) => spoken.includes(language)) ?? 'zh';
}
