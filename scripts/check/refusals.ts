/**
 * Compares the words of refusals with what is refused: a declared code without words, words nobody says, a hole that
 * one language leaves out, a name for what no form sends. That a place which refuses has words, and fills them, is
 * seen by the compiler. Proves first that it sees each.
 */
import { readFileSync } from 'node:fs';
import { ALL_ENDPOINTS } from '../../packages/contract/src/all-endpoints.ts';
import { COMMON_PROBLEMS } from '../../packages/contract/src/problems.ts';
import { FIELD_REFUSALS, REFUSALS } from '../../packages/contract/src/refusals/all-words.ts';
import { FIELD_NAMES } from '../../packages/contract/src/refusals/field-names.ts';
import { NAMED_CODES } from '../../packages/contract/src/refusals/named-codes.ts';
import type { Sayings } from '../../packages/contract/src/refusals/saying.ts';
import { codeOfWords } from '../../packages/kernel/src/index.ts';
import { listSourceFiles } from './files.ts';

/** Filled in by the server itself. */
const OWN_HOLES = ['errors', 'named'];
const FORMATS = ['yuan', 'day', 'moment'];

/** The keywords of a schema say their words by themselves. */
const KEYWORDS =
  'required type minLength maxLength pattern format enum const minimum maximum minItems maxItems uniqueItems additionalProperties';

/** Where what anybody may refuse is made. */
const REFUSAL = 'packages/contract/src/refusal.ts';

proveSight();
const findings = [
  ...findUndeclared(declaredCodes(), REFUSALS),
  ...[...findUnfit(REFUSALS), ...findUnfit(FIELD_REFUSALS)],
  ...findUnsaid({ ...REFUSALS, ...FIELD_REFUSALS }, readSpeakers(), readConstants()),
  ...findUnsent(Object.keys(FIELD_NAMES), readContract()),
];
for (const finding of findings) console.log(`packages/contract/src/refusals: ${finding}`);
process.exitCode = findings.length > 0 ? 1 : 0;

function declaredCodes(): string[] {
  const declared = ALL_ENDPOINTS.flatMap(({ errors = [] }) => errors);
  return [...new Set([...declared, ...Object.keys(COMMON_PROBLEMS)])];
}

function findUndeclared(codes: readonly string[], sayings: Sayings): string[] {
  const spoken = new Set(Object.keys(sayings).map(codeOfWords));
  return codes.filter((code) => !spoken.has(code)).map((code) => `${code} has no words`);
}

/** Words of which one language is empty or unknown to its formats. */
function findUnfit(sayings: Sayings): string[] {
  return Object.entries(sayings).flatMap(([key, { zh, en }]) => [
    ...(zh.trim() === '' || en.trim() === '' ? [`${key} is empty in a language`] : []),
    ...[...kindsIn(zh), ...kindsIn(en)]
      .filter((kind) => !FORMATS.includes(kind) && !(kind in NAMED_CODES.zh))
      .map((kind) => `${key} is filled by ${kind}, which nobody knows`),
    ...[...namesIn(en)]
      .filter((name) => !namesIn(zh).has(name))
      .map((name) => `${key} leaves ${name} out in Chinese`),
  ]);
}

function namesIn(text: string): Set<string> {
  const names = [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
  return new Set(names.filter((name) => !OWN_HOLES.includes(name)));
}

function kindsIn(text: string): string[] {
  return [...text.matchAll(/\|(\w+)\}/g)].map(([, kind = '']) => kind);
}

/** Said by its key, by the constant of its code, or with its case: `${SLOT_FULL}/none_near`. */
function findUnsaid(
  sayings: Sayings,
  source: string,
  constants: ReadonlyMap<string, readonly string[]>,
): string[] {
  return Object.keys(sayings)
    .filter((key) => !isSaid(key, source, constants.get(codeOfWords(key)) ?? []))
    .map((key) => `nobody says ${key}`);
}

function isSaid(key: string, source: string, constants: readonly string[]): boolean {
  const code = codeOfWords(key);
  const variant = key.slice(code.length);
  if (source.includes(`'${key}'`)) return true;
  if (variant === '') return constants.some((name) => new RegExp(`\\b${name}\\b[,)]`).test(source));
  const spoken = constants.map((name) => `\${${name}}${variant}`);
  const phased = key.replace(/(before|after)$/, `\${phase}`);
  return [...spoken, `\`${phased}\``].some((text) => source.includes(text));
}

function findUnsent(names: readonly string[], contract: string): string[] {
  return names
    .filter((name) => !new RegExp(`\\b${name}\\b`).test(contract))
    .map((name) => `${name} has a name, and nobody sends it`);
}

/** Everything that refuses. */
function readSpeakers(): string {
  const files = listSourceFiles(process.cwd()).filter(
    (path) =>
      /^(modules\/[^/]+|packages\/(platform|kernel)|apps\/server)\/src\/.*\.ts$/.test(path) ||
      path === REFUSAL,
  );
  return `${files.map((path) => withoutImports(readFileSync(path, 'utf8'))).join('\n')}\n${KEYWORDS.replace(/\w+/g, "'$&'")}`;
}

function withoutImports(text: string): string {
  return text.replace(/^import [^;]*;$/gm, '');
}

function readContract(): string {
  return listSourceFiles(process.cwd(), 'packages/contract/src')
    .filter((path) => !path.includes('/refusals/'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

/** Names of constants by the code they hold. */
function readConstants(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, name = '', code = ''] of readContract().matchAll(/const ([A-Z_]+) = '([a-z]+\.[a-z_]+)'/g)) {
    found.set(code, [...(found.get(code) ?? []), name]);
  }
  return found;
}

/** A check that sees nothing passes always. */
function proveSight(): void {
  const sayings = {
    'a.said': { zh: '{n} 个', en: '{n}' },
    'a.said/case': { zh: '一', en: '{m|nothing}' },
    'a.unsaid': { zh: '', en: 'x' },
  };
  const faults = [
    ...findUndeclared(['a.said', 'a.silent'], sayings),
    ...findUnfit(sayings),
    ...findUnsaid(
      sayings,
      `refusal(409, SAID, { n }); refusal(409, \`\${SAID}/case\`)`,
      new Map([['a.said', ['SAID']]]),
    ),
    ...findUnsent(['door', 'roof'], 'door: Type.String()'),
  ];
  const expected = [
    'a.silent has no words',
    'a.said/case is filled by nothing, which nobody knows',
    'a.said/case leaves m out in Chinese',
    'a.unsaid is empty in a language',
    'nobody says a.unsaid',
    'roof has a name, and nobody sends it',
  ];
  if (faults.join() !== expected.join())
    throw new Error(`the check of refusals is blind: ${faults.join('; ')}`);
}
