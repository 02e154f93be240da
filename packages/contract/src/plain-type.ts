/** A schema as the plain data it is. */
type Schema = Readonly<Record<string, unknown>>;
type Options = Readonly<Record<string, unknown>>;

/** Marks properties that may be absent, for the object they stand in; not part of the schema's data. */
const absent = new WeakSet<Schema>();

/**
 * The schema builders this contract uses, answering JSON Schema as plain data. Browsers get the contract with these
 * instead of TypeBox: a client reads its endpoints' paths and limits, and validates nothing by schema.
 */
export const Type = {
  Any: (options: Options = {}): Schema => ({ ...options }),
  Unknown: (options: Options = {}): Schema => ({ ...options }),
  Null: (options: Options = {}): Schema => ({ type: 'null', ...options }),
  Boolean: (options: Options = {}): Schema => ({ type: 'boolean', ...options }),
  Integer: (options: Options = {}): Schema => ({ type: 'integer', ...options }),
  Number: (options: Options = {}): Schema => ({ type: 'number', ...options }),
  String: (options: Options = {}): Schema => ({ type: 'string', ...options }),
  Enum: (values: readonly unknown[], options: Options = {}): Schema => ({ enum: values, ...options }),
  Array: (items: Schema, options: Options = {}): Schema => ({ type: 'array', items, ...options }),
  Union: (anyOf: readonly Schema[], options: Options = {}): Schema => ({ anyOf, ...options }),
  Intersect: (allOf: readonly Schema[], options: Options = {}): Schema => ({ allOf, ...options }),
  Record: (_key: Schema, value: Schema, options: Options = {}): Schema => ({
    type: 'object',
    patternProperties: { '^.*$': value },
    ...options,
  }),
  Object: objectOf,
  Optional(schema: Schema): Schema {
    const optional = { ...schema };
    absent.add(optional);
    return optional;
  },
  Partial({ properties = {} }: { properties?: Readonly<Record<string, Schema>> }): Schema {
    return objectOf(
      Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)])),
    );
  },
};

function objectOf(properties: Readonly<Record<string, Schema>>, options: Options = {}): Schema {
  const required = Object.entries(properties).flatMap(([name, schema]) => (absent.has(schema) ? [] : [name]));
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...options };
}
