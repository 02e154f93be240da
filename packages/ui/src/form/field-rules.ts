/** What a value of the contract may be, as far as a form can help with it. */
export interface FieldRules {
  readonly kind: 'text' | 'number' | 'choice' | 'yes-no' | 'day';
  readonly needed: boolean;
  readonly choices: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** What is wrong with a value: a key of the words under `form`, and the limit it met. */
export interface FieldFault {
  readonly fault: 'needed' | 'tooShort' | 'tooLong' | 'tooSmall' | 'tooLarge' | 'notLikeThat';
  readonly limit: number;
}

/** The rules of one property of a body's JSON Schema. */
export function rulesOf(body: unknown, name: string): FieldRules {
  const { properties, required } = asSchema(body);
  const schema = withoutNull(asSchema(asSchema(properties)[name]));
  const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
  return {
    kind: kindOf(schema, choices),
    needed: Array.isArray(required) && required.includes(name),
    choices,
    ...numbers(schema),
    ...(typeof schema.pattern === 'string' ? { pattern: schema.pattern } : {}),
  };
}

type Schema = Readonly<Record<string, unknown>>;

function asSchema(given: unknown): Schema {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

/** `Nullable` is a choice between the thing and null. */
function withoutNull(schema: Schema): Schema {
  if (!Array.isArray(schema.anyOf)) return schema;
  return schema.anyOf.map(asSchema).find(({ type }) => type !== 'null') ?? schema;
}

function kindOf({ type, format }: Schema, choices: readonly string[]): FieldRules['kind'] {
  if (choices.length > 0) return 'choice';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'yes-no';
  return format === 'date' ? 'day' : 'text';
}

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum'] as const;

function numbers(schema: Schema): Pick<FieldRules, (typeof LIMITS)[number]> {
  return Object.fromEntries(
    LIMITS.flatMap((limit) => (typeof schema[limit] === 'number' ? [[limit, schema[limit]]] : [])),
  );
}

/** The first thing wrong with what was entered; `undefined` when it may be sent. */
export function faultOf(rules: FieldRules, entered: string): FieldFault | undefined {
  if (entered.trim() === '') return rules.needed ? { fault: 'needed', limit: 0 } : undefined;
  return rules.kind === 'number' ? numberFault(rules, Number(entered)) : textFault(rules, entered);
}

function textFault(
  { minLength = 0, maxLength, pattern }: FieldRules,
  entered: string,
): FieldFault | undefined {
  if (entered.length < minLength) return { fault: 'tooShort', limit: minLength };
  if (maxLength !== undefined && entered.length > maxLength) return { fault: 'tooLong', limit: maxLength };
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(entered))
    return { fault: 'notLikeThat', limit: 0 };
  return undefined;
}

function numberFault({ minimum, maximum }: FieldRules, entered: number): FieldFault | undefined {
  if (Number.isNaN(entered)) return { fault: 'notLikeThat', limit: 0 };
  if (minimum !== undefined && entered < minimum) return { fault: 'tooSmall', limit: minimum };
  if (maximum !== undefined && entered > maximum) return { fault: 'tooLarge', limit: maximum };
  return undefined;
}

/** What was entered, as the contract wants it; `undefined` leaves an optional property out. */
export function asEntered({ kind }: FieldRules, entered: string): string | number | boolean | undefined {
  if (entered.trim() === '') return undefined;
  if (kind === 'number') return Number(entered);
  if (kind === 'yes-no') return entered === 'true';
  return entered;
}
