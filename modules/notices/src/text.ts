import type { Language } from '@firstfix/contract/language';
import { TEMPLATES, type TemplateId } from './templates.ts';

export type Variables = Readonly<Record<string, string>>;

const VARIABLE = /\{(\w+)\}/g;

/** The message's text. Throws `RangeError` for a variable without a value: the sender forgot one. */
export function writeText(template: TemplateId, language: Language, variables: Variables): string {
  return TEMPLATES[template][language].replace(VARIABLE, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new RangeError(`message ${template} needs the variable ${name}`);
    return value;
  });
}

/** Names a text of this template must be given. */
export function variablesOf(template: TemplateId, language: Language): string[] {
  return [...TEMPLATES[template][language].matchAll(VARIABLE)].map(([, name = '']) => name).sort();
}
