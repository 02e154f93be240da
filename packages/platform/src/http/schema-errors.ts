import { isSaidOfFields } from '@firstfix/contract/refusals/say';
import type { FieldError, RefusalParams } from '@firstfix/kernel';

/** What a JSON Schema validator found, as TypeBox and Fastify tell it. */
interface SchemaIssue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** A schema's complaints as errors of fields: the keyword is the code, its limits fill the words. */
export function fieldErrorsOf(issues: readonly SchemaIssue[]): FieldError[] {
  return issues.map((issue) => ({
    pointer: pointerOf(issue),
    says: isSaidOfFields(issue.keyword) ? issue.keyword : 'unfit',
    params: limitsOf(issue),
  }));
}

/** A missing or unknown field is reported at the object around it: point at the field itself. */
function pointerOf({ instancePath, params }: SchemaIssue): string {
  const { requiredProperties, missingProperty, additionalProperties } = named(params);
  const name = [requiredProperties ?? missingProperty ?? additionalProperties].flat()[0];
  return typeof name === 'string' ? `${instancePath}/${name}` : instancePath;
}

function limitsOf({ params }: SchemaIssue): RefusalParams {
  const { limit, type, format, allowedValues, allowedValue } = named(params);
  const allowed = [allowedValues ?? allowedValue ?? []].flat();
  return {
    ...(limit === undefined ? {} : { limit: Number(limit) }),
    ...(type === undefined ? {} : { type: [type].flat().map(String) }),
    ...(format === undefined ? {} : { format: String(format) }),
    ...(allowed.length === 0 ? {} : { allowed: allowed.map(String) }),
  };
}

function named(params: object): Readonly<Record<string, unknown>> {
  return { ...params };
}
