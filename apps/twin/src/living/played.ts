import { listSessions } from '@firstfix/contract/identity/endpoints';
import type { Connection } from '../connection.ts';

/** Somebody took this part: whoever simulated it steps back in the middle of what they did. */
export class TakenOver extends Error {}

/**
 * Whether somebody signed in as this person after the simulation did, by code or by an order's link. From then on
 * they act for themselves, until the simulation starts anew.
 */
export async function isPlayed(connection: Connection): Promise<boolean> {
  const { items } = await connection.call(listSessions, { query: {} });
  const own = items.find(({ current }) => current);
  return own !== undefined && items.some(({ openedAt }) => openedAt > own.openedAt);
}

/** Throws `TakenOver` when somebody plays this person. */
export async function mustBeOurs(connection: Connection): Promise<void> {
  if (await isPlayed(connection)) throw new TakenOver('somebody plays this part');
}
