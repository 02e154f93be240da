import { api } from '@firstfix/client/api.ts';
import { ApiProblem } from '@firstfix/contract/client';
import { sendPositions } from '@firstfix/contract/fieldwork/endpoints';
import { MOST_POSITIONS } from '@firstfix/contract/fieldwork/positions';
import { useSyncExternalStore } from 'react';
import { forgetPositions, type KeptPosition, keepPosition, listKeptPositions } from './position-store.ts';

/** How far the telling has got. */
export interface Told {
  /** Positions the server has not taken yet. */
  readonly waiting: number;
  /** Business time of the newest it has taken; undefined before. */
  readonly newest: string | undefined;
  /** For how many days the server keeps them; undefined before it said so. */
  readonly keptDays: number | undefined;
}

const SEND_AGAIN_MS = 10_000;
/** Refusals that pass: signed out, too many, and a setting out that itself waits to be sent. */
const PASSING = new Set([401, 408, 409, 425, 429]);

let told: Told = { waiting: 0, newest: undefined, keptDays: undefined };
let sending: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Keeps a position and sends whatever waits. */
export async function tellPosition(position: KeptPosition): Promise<void> {
  await keepPosition(position);
  await sendAll(position.engineerId);
}

/** Sends what waits, also from before a reload, now and again until it is through. Ends with the answer. */
export function keepTelling(engineerId: string): () => void {
  const again = () => void sendAll(engineerId);
  const timer = setInterval(again, SEND_AGAIN_MS);
  addEventListener('online', again);
  again();
  return () => {
    clearInterval(timer);
    removeEventListener('online', again);
  };
}

export function useTold(): Told {
  return useSyncExternalStore(subscribe, () => told);
}

/** One round at a time: two would send the same twice. */
function sendAll(engineerId: string): Promise<void> {
  sending ??= sendRound(engineerId).finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendRound(engineerId: string): Promise<void> {
  const kept = (await listKeptPositions()).filter((one) => one.engineerId === engineerId);
  let waiting = kept.length;
  for (const visitId of new Set(kept.map((one) => one.visitId))) {
    const ofVisit = kept.filter((one) => one.visitId === visitId);
    for (let from = 0; from < ofVisit.length; from += MOST_POSITIONS) {
      const batch = ofVisit.slice(from, from + MOST_POSITIONS);
      if (!(await sendBatch(visitId, batch))) break;
      waiting -= batch.length;
    }
  }
  if (waiting !== told.waiting) change({ waiting });
}

/** Whether the batch is done with. What the server will never take is done with, too. */
async function sendBatch(visitId: string, batch: readonly KeptPosition[]): Promise<boolean> {
  const positions = batch.map(({ at, point, accuracyMetres }) => ({ at, point, accuracyMetres }));
  try {
    const { keptDays } = await api.call(sendPositions, { params: { id: visitId }, body: { positions } });
    change({ newest: batch.at(-1)?.at, keptDays });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500 || PASSING.has(error.status)) return false;
  }
  await forgetPositions(batch);
  return true;
}

function change(changes: Partial<Told>): void {
  told = { ...told, ...changes };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
