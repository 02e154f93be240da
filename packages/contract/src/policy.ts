import type { Static, TObject } from 'typebox';
import { Check } from 'typebox/value';

/**
 * A policy as its module declares it: figures people change without a release. `standard` is what the product
 * ships, in force from the beginning of time until somebody publishes another document.
 */
export interface PolicyType<S extends TObject = TObject> {
  /** `<module>.<what>` */
  readonly name: string;
  /** What it decides, in a sentence. */
  readonly summary: string;
  readonly schema: S;
  readonly standard: Static<S>;
}

/** Throws `RangeError` when the standard document does not fit the schema. */
export function definePolicy<S extends TObject>(policy: PolicyType<S>): PolicyType<S> {
  if (!/^[a-z]+\.[a-z0-9_]+$/.test(policy.name)) {
    throw new RangeError(`a policy is named <module>.<what>, not ${policy.name}`);
  }
  if (!Check(policy.schema, policy.standard)) {
    throw new RangeError(`the standard document of policy ${policy.name} does not fit its schema`);
  }
  return policy;
}
