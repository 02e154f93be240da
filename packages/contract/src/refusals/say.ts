import {
  codeOfWords,
  type FieldError,
  fen,
  formatYuan,
  type Missed,
  type RefusalParams,
} from '@firstfix/kernel';
import { DEFAULT_ZONE } from '@firstfix/kernel/zone';
import type { Language } from '../language.ts';
import { FIELD_REFUSALS, REFUSALS } from './all-words.ts';
import { FIELD_NAMES } from './field-names.ts';
import { NAMED_CODES } from './named-codes.ts';
import type { Sayings } from './saying.ts';

/** What is said: the key of its words, what fills them, and the fields it points to. */
interface Refused {
  readonly says: string;
  readonly params: RefusalParams;
  readonly errors?: readonly FieldError[];
}

/** A refusal in the reader's language. `{errors}` are what its fields say, `{named}` the same with their names. */
export function sayRefusal(language: Language, { says, params, errors = [] }: Refused): string {
  return fill(language, textOf(REFUSALS, says, language), {
    ...params,
    errors: joined(
      language,
      errors.map((error) => sayField(language, error)),
    ),
    named: joined(
      language,
      firstOfEach(errors).map((error) => sayNamed(language, error)),
    ),
  });
}

/** What is wrong with one field, as it stands beside the field. */
export function sayField(language: Language, { says, params = {} }: Omit<FieldError, 'pointer'>): string {
  return fill(language, textOf(FIELD_REFUSALS, says, language), params);
}

/** A field's error as it is told: where, its code, and its words in the reader's language. */
export function tellField(language: Language, error: FieldError) {
  const { pointer, says, params } = error;
  const told = { pointer, code: codeOfWords(says), message: sayField(language, error) };
  return params && Object.keys(params).length > 0 ? { ...told, params } : told;
}

/** A rule of dispatch that an assignment breaks. */
export function sayRule(language: Language, rule: string): string {
  return nameOf(language, 'rule', rule);
}

/** Whether there are words for what a schema's keyword demands. */
export function isSaidOfFields(keyword: string): boolean {
  return keyword in FIELD_REFUSALS;
}

function textOf(sayings: Sayings, says: string, language: Language): string {
  return sayings[says]?.[language] ?? codeOfWords(says);
}

function fill(language: Language, text: string, params: RefusalParams): string {
  return text.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, kind?: string) => {
    const value = params[name];
    if (value === undefined) return '';
    if (typeof value !== 'object') return one(language, kind, value, params);
    const items = value.map((item) => one(language, kind, item, params));
    return isChoice(kind) ? listOf(language, items) : joined(language, items);
  });
}

/** States are alternatives of each other; moments, rules and the like stand side by side. */
function isChoice(kind: string | undefined): boolean {
  return kind !== undefined && kind !== 'moment' && kind !== 'rule';
}

const TAGS = { zh: 'zh-CN', en: 'en-GB' } as const;

function listOf(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(TAGS[language], { type: 'disjunction' }).format(items);
}

function joined(language: Language, items: readonly string[]): string {
  return items.join(language === 'zh' ? '；' : '; ');
}

function one(
  language: Language,
  kind: string | undefined,
  value: string | number | Missed,
  params: RefusalParams,
): string {
  if (typeof value === 'object') return missed(language, kind, value);
  switch (kind) {
    case undefined:
      return String(value);
    case 'yuan':
      return formatYuan(fen(Number(value)));
    case 'day':
      return dayIn(language, String(value));
    case 'moment':
      return momentIn(language, String(value), typeof params.zone === 'string' ? params.zone : DEFAULT_ZONE);
    default:
      return nameOf(language, kind, String(value));
  }
}

function missed(language: Language, kind: string | undefined, { code, minutes }: Missed): string {
  const name = nameOf(language, kind ?? '', code);
  if (minutes === null) return name;
  return language === 'zh' ? `${name}（${minutes} 分钟）` : `${name} (${minutes} min)`;
}

/** The code itself where nobody named it; in English as it stands within a sentence. */
function nameOf(language: Language, kind: string, code: string): string {
  const name = NAMED_CODES[language][kind]?.[code];
  if (name === undefined) return code;
  return language === 'en' && /^[A-Z][a-z]/.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name;
}

function dayIn(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function momentIn(language: Language, text: string, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[language], {
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(text));
}

/** A union's branches each complain of the same field; the first says enough. */
function firstOfEach(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.filter(
    ({ pointer }, index) => errors.findIndex((other) => other.pointer === pointer) === index,
  );
}

const NAMES: Sayings = FIELD_NAMES;

/** `手机号：至少 11 个字符`. A field without a name is named by its pointer. */
function sayNamed(language: Language, error: FieldError): string {
  const last = error.pointer.slice(error.pointer.lastIndexOf('/') + 1);
  const name = NAMES[last]?.[language] ?? (error.pointer || '/');
  return `${name}${language === 'zh' ? '：' : ': '}${sayField(language, error)}`;
}
