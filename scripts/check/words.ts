/**
 * Compares each client's words in its languages with each other and with its sources: a key that one language lacks,
 * that nobody says, or that is said and not there, fails. Proves first that it sees all three.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { STATE_TONES } from '../../packages/ui/src/state-look.ts';
import { listSourceFiles } from './files.ts';

type Words = { readonly [key: string]: string | Words };

const UI = 'packages/ui';
const CLIENTS = [UI, 'apps/console', 'apps/engineer', 'apps/home'];
/** Has no words of its own: it says the design system's. */
const SHARED = 'packages/client';

/** Every state has a word, shown or not: those are said by whoever shows the state. */
const STATE_WORDS = Object.keys(STATE_TONES)
  .map((group) => `'${group}'`)
  .join();

proveSight();
const findings = (await Promise.all(CLIENTS.filter((folder) => existsSync(folder)).map(checkClient))).flat();
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;

async function checkClient(folder: string): Promise<string[]> {
  const [zh, en] = await Promise.all([readWords(folder, 'zh'), readWords(folder, 'en')]);
  // the words of the design system are said by every client
  const speakers = folder === UI ? [...CLIENTS, SHARED] : [folder];
  const source = speakers.map(readSource).join('\n') + STATE_WORDS;
  return findFaults(zh, en, source).map((fault) => `${folder}/src/words: ${fault}`);
}

function readSource(folder: string): string {
  return listSourceFiles(process.cwd(), `${folder}/src`)
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/words/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

async function readWords(folder: string, language: 'zh' | 'en'): Promise<Words> {
  const module = await import(pathToFileURL(`${folder}/src/words/${language}.ts`).href);
  return module[language];
}

function findFaults(zh: Words, en: Words, source: string): string[] {
  const chinese = flatten(zh);
  const english = flatten(en);
  const texts = [...chinese.values(), ...english.values()];
  return [
    ...[...chinese.keys()].filter((key) => !english.has(key)).map((key) => `English lacks ${key}`),
    ...[...english.keys()].filter((key) => !chinese.has(key)).map((key) => `Chinese lacks ${key}`),
    ...[...chinese]
      .filter(([key, text]) => english.has(key) && values(text) !== values(english.get(key) ?? ''))
      .map(([key]) => `the languages fill different values into ${key}`),
    ...[...chinese.keys()].filter((key) => !isSaid(key, source)).map((key) => `nobody says ${key}`),
    ...(texts.includes('') ? ['a text is empty'] : []),
  ];
}

/** Every text by its path; plurals are one key. */
function flatten(words: Words, path = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [...flatten(value, `${path}${key}.`)];
    return [[path + key.replace(/_(one|other)$/, ''), value] as const];
  });
  return new Map(entries);
}

/** The names of what is filled in, like `{{count}}`. */
function values(text: string): string {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();
}

/** Said by name, or as one of a group: the group's name stands in the source, whole or before a `.${code}`. */
function isSaid(key: string, source: string): boolean {
  const parts = key.split('.');
  const groups = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
  if (new RegExp(`['"\`]${asPattern(key)}['"\`]`).test(source)) return true;
  return groups.some((group) => new RegExp(`['"\`]${asPattern(group)}(['"]|\\.\\$\\{)`).test(source));
}

function asPattern(text: string): string {
  return text.replaceAll('.', '\\.');
}

/** A check that sees nothing passes always. */
function proveSight(): void {
  const faults = findFaults(
    { a: { said: '一', unsaid: '二', missing: '三', count_other: '{{count}} 个' } },
    { a: { said: 'one', unsaid: 'two', more: 'four', count_one: 'one', count_other: '{{n}}' } },
    "say('a.said'); say('a.count'); say('a.missing')",
  );
  const expected = [
    'English lacks a.missing',
    'Chinese lacks a.more',
    'the languages fill different values into a.count',
    'nobody says a.unsaid',
  ];
  if (faults.join() !== expected.join()) throw new Error(`the check of words is blind: ${faults.join('; ')}`);
}
