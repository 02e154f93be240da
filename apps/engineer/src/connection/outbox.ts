import { ApiProblem } from '@firstfix/contract/client';
import { spokenLanguage } from '@firstfix/ui/language.ts';
import { useSyncExternalStore } from 'react';
import { forgetCommand, type KeptCommand, keepCommand, listKeptCommands } from './command-store.ts';

/** What the phone has not got through yet, and what was refused while nobody waited for the answer. */
export interface Outbox {
  readonly waiting: readonly KeptCommand[];
  readonly refused: readonly RefusedCommand[];
}

interface RefusedCommand {
  readonly command: KeptCommand;
  readonly problem: ApiProblem;
}

/** The command is kept and will be sent again: the network or the server is not there. */
export class NotSentYet extends Error {}

/** Refusals that pass by themselves, or with signing in again. */
const PASSING = new Set([401, 408, 425, 429]);
const SEND_AGAIN_MS = 10_000;

let outbox: Outbox = { waiting: [], refused: [] };
const listeners = new Set<() => void>();

/** Keeps the command, then sends it. Its answer; `ApiProblem` when it is refused, `NotSentYet` when it has to wait. */
export async function sendKept(command: KeptCommand): Promise<unknown> {
  await keepCommand(command);
  try {
    return await deliver(command);
  } catch (error) {
    if (error instanceof NotSentYet) change({ waiting: [...outbox.waiting, command] });
    throw error;
  }
}

/**
 * Sends what waits, also from before a reload, now and again until it is through; `onThrough` hears of each.
 * Ends with the answer.
 */
export function keepSending(engineerId: string, onThrough: () => void): () => void {
  const again = () => void sendWaiting(engineerId, onThrough);
  const timer = setInterval(again, SEND_AGAIN_MS);
  addEventListener('online', again);
  void listKeptCommands().then((kept) => {
    change({ waiting: kept });
    again();
  });
  return () => {
    clearInterval(timer);
    removeEventListener('online', again);
  };
}

/** The engineer has read why it was refused. */
export function dismissRefusals(): void {
  change({ refused: [] });
}

export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, () => outbox);
}

/** In the order they were given; the first that can't be sent ends the round. */
async function sendWaiting(engineerId: string, onThrough: () => void): Promise<void> {
  for (const command of outbox.waiting.filter((one) => one.engineerId === engineerId)) {
    try {
      await deliver(command);
    } catch (error) {
      if (!(error instanceof ApiProblem)) return;
      change({ refused: [...outbox.refused, { command, problem: error }] });
    }
    change({ waiting: outbox.waiting.filter(({ commandId }) => commandId !== command.commandId) });
    onThrough();
  }
}

/** The same id again gives the same answer, so a lost one is asked for by sending the same command. */
async function deliver(command: KeptCommand): Promise<unknown> {
  const response = await post(command);
  if (PASSING.has(response.status) || response.status >= 500) throw new NotSentYet();
  const answer = await response.json();
  await forgetCommand(command.commandId);
  if (!response.ok) throw new ApiProblem(response.status, answer);
  return answer;
}

async function post({ commandId, path, body, keyed }: KeptCommand): Promise<Response> {
  const key = keyed ? { 'idempotency-key': commandId } : undefined;
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': spokenLanguage(), ...key },
      body: JSON.stringify(body),
    });
  } catch {
    throw new NotSentYet();
  }
}

function change(changes: Partial<Outbox>): void {
  outbox = { ...outbox, ...changes };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
