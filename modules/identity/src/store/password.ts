import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default) with 19 MiB and two passes, as OWASP recommends; some 30 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobodys: Promise<string> | undefined;

/** Takes the same time for an account that does not exist, and is never right then. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  nobodys ??= hashPassword('nobody knows this password');
  const right = await verify(stored ?? (await nobodys), password);
  return right && stored !== undefined;
}
