import { globSync, readFileSync } from 'node:fs';
import { Type as TypeBox } from 'typebox';
import { describe, expect, it } from 'vitest';
import { Type as Plain } from '../src/plain-type.ts';

/** One schema of each kind the contract uses, made by either builder. */
function samplesOf(Type: typeof TypeBox): Record<string, unknown> {
  const text = Type.String({ minLength: 1, description: 'words' });
  const thing = Type.Object({ text, count: Type.Optional(Type.Integer({ minimum: 0 })) }, { $id: 'Thing' });
  return {
    Any: Type.Any(),
    Unknown: Type.Unknown(),
    Null: Type.Null(),
    Boolean: Type.Boolean(),
    Integer: Type.Integer({ maximum: 3 }),
    Number: Type.Number(),
    String: text,
    Enum: Type.Enum(['a', 'b'], { default: 'a' }),
    Array: Type.Array(text, { maxItems: 2 }),
    Union: Type.Union([text, Type.Null()]),
    Intersect: Type.Intersect([thing, Type.Object({ more: text })]),
    Record: Type.Record(Type.String(), Type.Integer()),
    Object: thing,
    Optional: Type.Object({ only: Type.Optional(text) }),
    Partial: Type.Partial(Type.Object({ a: text, b: Type.Number() })),
  };
}

const plain = samplesOf(Plain as never);
const full = samplesOf(TypeBox);

describe('the contract’s schemas as browsers get them', () => {
  it.each(Object.keys(full))('%s is what TypeBox makes', (kind) => {
    expect(JSON.parse(JSON.stringify(plain[kind]))).toEqual(JSON.parse(JSON.stringify(full[kind])));
  });

  it('knows every builder the contract uses', () => {
    const sources = globSync('../src/**/*.ts', { cwd: import.meta.dirname })
      .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
      .join('\n');
    const used = new Set([...sources.matchAll(/\bType\.([A-Z]\w*)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !(name !== undefined && name in Plain))).toEqual([]);
    expect(Object.keys(full).sort()).toEqual([...used].sort());
  });
});
