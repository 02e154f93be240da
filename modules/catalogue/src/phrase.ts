import { plainWords } from './plain-words.ts';

export interface Phrase {
  readonly pattern: RegExp;
  /** How sure this phrase alone makes us. */
  readonly certainty: number;
  /** A negation before it takes it back. */
  readonly deniable: boolean;
  /** Characters without which nobody says it: what a text has none of need not be searched. */
  readonly script: 'han' | 'latin';
}

const STRONG = 0.85;
const NORMAL = 0.55;
const WEAK = 0.3;

/** Words that say no, in the languages people write to us. */
const NO =
  'no|not|none|never|nothing|wont|doesnt|dont|didnt|isnt|wasnt|arent|cant|cannot|couldnt|wouldnt|hasnt|havent|unable|without|wouldn|doesn|won|non|refus[^ .]*|nicht|nichts|nix|kein|keine|keinen|keinerlei|ohne|niet|niets|geen|zonder|nauwelijks|pas|plus|aucune?|sans|ne|sin|senza|inte|ikke|ingen';
const STOP = 'stop|stops|stopped|stopping|quit|quits|fail|fails|failed|failing|gave up|ceased';

/** Between two words of a phrase others may stand: `turn the thing on`. */
const GAP = '(?: [^ .]+){0,2} ';
/** A negation just before what it denies, with what may stand between: `doesn't make a noise`. */
const DENIES =
  / (?:no|not|never|doesnt|dont|didnt|isnt|wasnt|without|kein|keine|nicht|niet|geen|pas|sans)(?: (?:a|any|the|make|making|really|longer|more|much|other)){0,2}$/;
const DENIES_AFTER = /^ (?:nicht|niet|pas) /;
/** `不漏水` denies, `是不是漏水` asks. */
const DENIES_HAN = /(?<![是会有能])(?:不会|不再|不是|没有|没再|并未|不|没|无)$/;

/**
 * Reads a phrase of the symptom catalogue: `!` strong, `?` weak; `a|b` either word; `turn*` any ending;
 * `{no}` and `{stop}` a word that says so; up to two other words may stand between two words, up to four
 * characters where Chinese has `~`; `{code}` a fault code like `E4`.
 */
export function toPhrase(source: string): Phrase {
  const known = knownPhrases.get(source);
  if (known) return known;
  const phrase = readPhrase(source);
  if (knownPhrases.size >= MOST_PHRASES) knownPhrases.clear();
  knownPhrases.set(source, phrase);
  return phrase;
}

/** The catalogue is read every few seconds, and its phrases hardly ever change: their patterns stay compiled. */
const knownPhrases = new Map<string, Phrase>();
const MOST_PHRASES = 20_000;

function readPhrase(source: string): Phrase {
  const certainty = source.startsWith('!') ? STRONG : source.startsWith('?') ? WEAK : NORMAL;
  const words = source.replace(/^[!?]/, '');
  const han = /\p{Script=Han}/u.test(words);
  return {
    pattern: new RegExp(han ? hanPattern(words) : wordPattern(words), 'g'),
    certainty,
    deniable: han ? !/^[不没无]/.test(words) : !words.includes('{no}'),
    script: han ? 'han' : 'latin',
  };
}

/** Which phrases a plain text could say at all. */
export function scriptsOf(text: string): ReadonlySet<Phrase['script']> {
  const scripts = new Set<Phrase['script']>();
  if (/\p{Script=Han}/u.test(text)) scripts.add('han');
  // other letters than Latin are found by word as well
  if (/[^\p{Script=Han} .]/u.test(text)) scripts.add('latin');
  return scripts;
}

/** Whether the plain words say the phrase, and do not deny it. */
export function says(text: string, phrase: Phrase): boolean {
  // most phrases are not said at all, and matching all of them costs ten times as much as looking
  if (text.search(phrase.pattern) < 0) return false;
  for (const match of text.matchAll(phrase.pattern)) {
    if (!phrase.deniable) return true;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (!DENIES.test(before) && !DENIES_HAN.test(before) && !DENIES_AFTER.test(after)) return true;
  }
  return false;
}

function wordPattern(words: string): string {
  return ` ${words.split(' ').map(tokenPattern).join(GAP)}(?= )`;
}

function tokenPattern(token: string): string {
  return `(?:${token.split('|').map(choicePattern).join('|')})`;
}

function choicePattern(choice: string): string {
  const macro = MACROS[choice];
  if (macro !== undefined) return macro;
  const word = plainWords(choice.replaceAll('*', '')).trim();
  return `${choice.startsWith('*') ? ANY : ''}${word}${choice.endsWith('*') ? ANY : ''}`;
}

function hanPattern(words: string): string {
  return words.replaceAll('~', '[^.]{0,4}').replaceAll('{code}', CODE);
}

const ANY = '[^ .]*';
const CODE = '[cdefhlpu]\\d{1,3}';
const MACROS: Readonly<Record<string, string>> = { '{no}': NO, '{stop}': STOP, '{code}': CODE };
