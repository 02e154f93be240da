import type { BodyOf } from '@firstfix/contract';
import type { ApplianceView } from '@firstfix/contract/appliances/schemas';
import type { registerRequest } from '@firstfix/contract/requests/endpoints';

export type NewRequest = BodyOf<typeof registerRequest>;

/** What the form of a request holds. */
export interface WantedWork {
  readonly words: string;
  /** An appliance on file, else `category:<code>`. */
  readonly thing: string;
  readonly workType: string;
  readonly urgent?: boolean;
}

const CATEGORY = 'category:';

export function thingOfCategory(code: string): string {
  return CATEGORY + code;
}

/** Which category of the catalogue the thing is. */
export function categoryOfThing(
  thing: string | undefined,
  appliances: readonly ApplianceView[],
): string | undefined {
  if (thing?.startsWith(CATEGORY)) return thing.slice(CATEGORY.length);
  return appliances.find(({ id }) => id === thing)?.category;
}

/** The request as the server takes it, triaged at once. */
export function newRequestOf(
  { words, thing, workType, urgent }: WantedWork,
  caller: NewRequest['caller'],
): NewRequest {
  const item = thing.startsWith(CATEGORY)
    ? { workType, category: thing.slice(CATEGORY.length) }
    : { workType, applianceId: thing };
  return { channel: 'phone', caller, items: [item], words, urgent: urgent ?? false };
}
