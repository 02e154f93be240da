import type { Instant } from '@firstfix/kernel';

/** One published document. What is decided by it should keep `version` with the decision. */
export interface PolicyVersion<T = Readonly<Record<string, unknown>>> {
  readonly version: number;
  readonly effectiveFrom: Instant;
  readonly document: T;
  /** `null`: shipped with the product. */
  readonly publishedBy: string | null;
  readonly publishedAt: Instant;
}

/**
 * The version in force at `at`: of those effective by then the one effective last, and of several with the same
 * start the one published last. So a document planned for a later day still comes into force on that day when
 * another is published in between, and is cancelled by publishing again for the same instant.
 */
export function versionAt<T>(
  versions: readonly PolicyVersion<T>[],
  at: Instant,
): PolicyVersion<T> | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .reduce<PolicyVersion<T> | undefined>(
      (best, one) => (best === undefined || isLater(one, best) ? one : best),
      undefined,
    );
}

function isLater(one: PolicyVersion<unknown>, other: PolicyVersion<unknown>): boolean {
  return one.effectiveFrom === other.effectiveFrom
    ? one.version > other.version
    : one.effectiveFrom > other.effectiveFrom;
}
