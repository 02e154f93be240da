import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEMPLATES, type TemplateId } from '../src/templates.ts';
import { variablesOf, writeText } from '../src/text.ts';
import { windowWords } from '../src/window-words.ts';

const ids = Object.keys(TEMPLATES) as TemplateId[];

describe('templates', () => {
  it.each(ids)('%s asks for the same variables in both languages', (id) => {
    expect(variablesOf(id, 'zh')).toEqual(variablesOf(id, 'en'));
  });

  it('take any value as it is and leave no brace open', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.constantFrom('zh', 'en'),
        fc.string(),
        (id, language, value) => {
          const variables = Object.fromEntries(variablesOf(id, language).map((name) => [name, value]));
          const text = writeText(id, language, variables);
          for (const name of variablesOf(id, language))
            if (value !== `{${name}}`) expect(text).not.toContain(`{${name}}`);
          if (variablesOf(id, language).length > 0) expect(text).toContain(value);
        },
      ),
    );
  });

  it('refuse to be written without a variable', () => {
    expect(() => writeText('sign_in_code', 'zh', {})).toThrow(/sign_in_code needs the variable code/);
  });
});

it.each([
  ['2026-11-21T02:00:00Z', '2026-11-21T04:30:00Z', 'zh', '11月21日 10:00-12:30'],
  ['2026-11-20T16:00:00Z', '2026-11-20T18:00:00Z', 'en', '21/11 00:00-02:00'],
] as const)('a window from %s is said in the territory’s time', (start, end, language, words) => {
  expect(windowWords({ start: Date.parse(start), end: Date.parse(end) }, language)).toBe(words);
});
