import { maskPhones } from '@firstfix/kernel';
import type { Tx } from '@firstfix/platform';
import { speaksOfHazard } from '../hazard.ts';
import { retell, type ServiceRequest } from '../service-request.ts';
import { saveRequest } from '../store.ts';
import type { Means } from './means.ts';
import { reassess } from './triage-request.ts';

/** Newer words of a request nobody has looked at yet; triaged ones and equal words change nothing. */
export async function renewWords(
  tx: Tx,
  means: Means,
  found: ServiceRequest,
  words: string,
): Promise<ServiceRequest> {
  const masked = maskPhones(words);
  if (found.state !== 'registered' || found.words === masked) return found;
  const told = retell(found, masked, speaksOfHazard(masked));
  return saveRequest(tx, { ...told, items: await reassess(tx, means, told, []) });
}
