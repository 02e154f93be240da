import { codeOf, constraintOf } from '../database/sql-state.ts';
import type { Runtime } from '../runtime.ts';
import { findAnswer, type KeyedCommand, keyedCommand } from './idempotency.ts';
import type { AnyInput, Route } from './route.ts';

type CommandRoute = Extract<Route, { kind: 'command' }>;

/**
 * Runs a command in one transaction with its audit row and, under an Idempotency-Key, its answer. The first
 * call pays nothing for the key: only a refusal or a collision makes us look whether this was a repetition.
 */
export async function runCommand(
  runtime: Runtime,
  route: CommandRoute,
  input: AnyInput,
  key: string | undefined,
  url: string,
): Promise<{ answer: unknown; replayed: boolean }> {
  const { caller } = input;
  const actorId = caller.userId || caller.remoteAddress;
  const keyed =
    key === undefined ? undefined : keyedCommand(actorId, `${route.endpoint.method} ${url}`, key, input.body);
  try {
    return { answer: await runOnce(runtime, route, input, keyed), replayed: false };
  } catch (error) {
    if (keyed === undefined) throw error;
    const before = await findAnswer(runtime.database.pool, keyed);
    if (before) return { answer: before.answer, replayed: true };
    if (codeOf(error) === '23505' && constraintOf(error) === 'idempotency_pkey') {
      // the other call with this key was undone after we met it: now it is ours to do
      return { answer: await runOnce(runtime, route, input, keyed), replayed: false };
    }
    throw error;
  }
}

function runOnce(
  runtime: Runtime,
  { endpoint, answer }: CommandRoute,
  input: AnyInput,
  keyed: KeyedCommand | undefined,
): Promise<unknown> {
  const { caller } = input;
  const actor = {
    id: caller.userId || null,
    role: caller.role,
    requestId: caller.requestId,
    remoteAddress: caller.remoteAddress,
  };
  return runtime.transactor.transact(actor, async (tx) => {
    const result = await answer(tx, input);
    // an operation that told more of itself (before, after) stands for the command
    if (!tx.pending.audit.some(({ action }) => action === endpoint.id)) {
      tx.audit({
        action: endpoint.id,
        subjectType: endpoint.module,
        subjectId: subjectOf(input.params, result),
      });
    }
    if (keyed && endpoint.replayable !== false) {
      tx.pending.answers.push({ ...keyed, status: endpoint.status ?? 200, answer: result });
    }
    return result;
  });
}

function subjectOf(params: unknown, result: unknown): string | null {
  return idIn(params) ?? idIn(result) ?? null;
}

function idIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}
