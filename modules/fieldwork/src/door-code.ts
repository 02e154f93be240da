import type { DoorCodeOutcome } from '@firstfix/contract/fieldwork/codes';
import type { FieldPolicy } from '@firstfix/contract/fieldwork/policy';
import { type Instant, SECOND } from '@firstfix/kernel';

/** Whose phone shows the code. Each side has its own, so that seeing one does not give away the other. */
export type DoorCodeSide = 'engineer' | 'customer';

/** The code of one side in one step; the secret stays behind this function. */
export type DoorCodes = (side: DoorCodeSide, step: number) => string;

/** Number of the time step in which `wall` lies. Door codes follow wall time: phones show it, even in a demo. */
export function stepOf(wall: Instant, stepSeconds: number): number {
  return Math.floor(wall / (stepSeconds * SECOND));
}

/** Seconds until the code of `wall` changes: 1 to `stepSeconds`. */
export function secondsLeft(wall: Instant, stepSeconds: number): number {
  return stepSeconds - (Math.floor(wall / SECOND) % stepSeconds);
}

/** Six digits out of an HMAC-SHA-256 digest, by the dynamic truncation of RFC 4226. */
export function digitsOf(digest: Uint8Array): string {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  const offset = view.getUint8(digest.byteLength - 1) & 0x0f;
  return String((view.getUint32(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Whether `code` is one the side showed at `wall`, give or take `driftSteps` steps. */
export function matches(
  codes: DoorCodes,
  side: DoorCodeSide,
  code: string,
  wall: Instant,
  { stepSeconds, driftSteps }: { readonly stepSeconds: number; readonly driftSteps: number },
): boolean {
  const middle = stepOf(wall, stepSeconds);
  for (let step = middle - driftSteps; step <= middle + driftSteps; step += 1) {
    if (codes(side, step) === code) return true;
  }
  return false;
}

/** What the engineer says about the door code on arrival. */
export interface GivenDoorCode {
  readonly code: string | undefined;
  readonly offline: boolean;
  /** Wall time at which it was read, for a code read offline. */
  readonly readAt: Instant;
}

/**
 * How the given code compares with what the customer's page showed. `wrong` is for a code entered on line: the
 * engineer asks again; what was read offline is judged once, on receipt.
 */
export function checkDoorCode(
  codes: DoorCodes,
  given: GivenDoorCode,
  wall: Instant,
  policy: FieldPolicy,
): DoorCodeOutcome | 'wrong' {
  if (given.code === undefined) return 'unverified';
  const stepSeconds = policy.doorCodeStepSeconds;
  if (given.offline) {
    const window = { stepSeconds, driftSteps: policy.doorCodeOfflineDriftSteps };
    return matches(codes, 'customer', given.code, given.readAt, window)
      ? 'offline_verified'
      : 'offline_wrong';
  }
  const window = { stepSeconds, driftSteps: policy.doorCodeDriftSteps };
  return matches(codes, 'customer', given.code, wall, window) ? 'verified' : 'wrong';
}
