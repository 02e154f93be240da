import { WRONG_STATE } from '@firstfix/contract/fieldwork/endpoints';
import type { FieldPolicy } from '@firstfix/contract/fieldwork/policy';
import type { CommandBase, FieldAnswer } from '@firstfix/contract/fieldwork/schemas';
import type { VisitState } from '@firstfix/contract/orders/states';
import { notFound, refusal } from '@firstfix/contract/refusal';
import { type DomainError, type Id, type Instant, toRfc3339 } from '@firstfix/kernel';
import { mustSeeVisit, type Orders, type Visit, type WorkOrder } from '@firstfix/orders';
import type { Caller, Tx, Write } from '@firstfix/platform';
import { findCommand, saveCommand } from '../command-store.ts';
import { findEvidence, type GivenEvidence, type KnownEvidence, mustBeReceived } from '../evidence-store.ts';
import { nextStep } from '../next-step.ts';
import { type Occurred, readOccurred } from '../occurred.ts';
import { changeJob, type JobWork, type Sheet } from '../sheet.ts';
import type { LoadedSheet } from '../store.ts';
import { demandedJobs } from './demanded-jobs.ts';
import type { AskedJob, FieldworkNeeds } from './field-needs.ts';

/** What every command from the field may use. */
export interface Field {
  readonly orders: Orders;
  readonly needs: FieldworkNeeds;
  readonly policyAt: (at: Instant) => Promise<FieldPolicy>;
  /** Wall time of this server, for door codes only. */
  readonly wallNow: () => Instant;
}

/** A command as it came: who sends what about which visit. */
export interface Sent<B extends CommandBase = CommandBase> {
  /** The endpoint's id. */
  readonly kind: string;
  readonly caller: Caller;
  readonly visitId: Id;
  readonly body: B;
  /** Files it refers to. */
  readonly evidence?: readonly GivenEvidence[];
}

/** What a command finds: the visit locked, seen by the caller, and the command new. */
export interface Scene {
  readonly field: Field;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly visit: Visit;
  readonly workOrders: readonly WorkOrder[];
  readonly occurred: Occurred;
  readonly evidence: KnownEvidence;
}

/** A scene of a visit somebody set out for. */
export interface SheetScene extends Scene, LoadedSheet {}

/** What a command does. */
export interface Done<R extends object> {
  readonly sheet: Sheet;
  /** State of the visit after it, when it moves. */
  readonly state?: VisitState;
  /** Its own part of the answer. */
  readonly result: R;
  /** What else is written, together with the sheet. */
  readonly added?: readonly Write[];
  /** What it changes in other modules. */
  readonly elsewhere?: () => Promise<unknown>;
}

/** Carries out a command on a visit somebody set out for. */
export function runCommand<R extends object>(
  field: Field,
  tx: Tx,
  sent: Sent,
  decide: (scene: SheetScene) => Promise<Done<R>> | Done<R>,
): Promise<FieldAnswer & R> {
  return runFirstCommand(field, tx, sent, (scene, loaded) => {
    if (loaded === undefined) throw nobodySetOut(scene.visit);
    return decide({ ...scene, doorSecret: loaded.doorSecret, sheet: refreshed(loaded.sheet, scene) });
  });
}

/**
 * Carries out a command that may be the visit's first, once and for all. The commands of a visit follow one
 * another by its lock, so a repetition finds the answer of the first. Three round trips at most: lock and load;
 * the order's own lock; save, which travels with the commit.
 */
export async function runFirstCommand<R extends object>(
  field: Field,
  tx: Tx,
  sent: Sent,
  decide: (scene: Scene, loaded: LoadedSheet | undefined) => Promise<Done<R>> | Done<R>,
): Promise<FieldAnswer & R> {
  const { caller, evidence: given = [] } = sent;
  const command = { kind: sent.kind, visitId: sent.visitId.toLowerCase(), body: sent.body };
  // sent in this order: what is read behind the visit's lock is the latest
  const [{ visit, orders }, { answer: before, loaded }, evidence] = await Promise.all([
    field.orders.lockVisit(tx, command.visitId),
    findCommand(tx, command),
    findEvidence(tx, given),
  ]);
  mustSeeVisit(caller, visit);
  // asked in the same words before: that answer had these fields
  if (before !== undefined) return before as FieldAnswer & R;
  mustBeReceived(given, evidence);
  const occurred = readOccurred('/occurredAt', sent.body.occurredAt, tx.now);
  const scene = { field, tx, caller, visit, workOrders: orders, occurred, evidence };
  const done = await decide(scene, loaded);
  const sheet = nextVersion(done.sheet, occurred);
  const answer = { ...(await answerOf(scene, sheet, done.state, sent.body)), ...done.result };
  const opens = loaded === undefined;
  tx.later(
    saveCommand(tx, command, { occurredAt: occurred.at, answer, sheet, opens, added: done.added ?? [] }),
  );
  if (done.elsewhere) tx.later(done.elsewhere());
  return answer;
}

/** The order's facts about the job, as rules and prices ask for them. */
export function askedJob({ workOrders }: Pick<Scene, 'workOrders'>, workOrderId: Id): AskedJob {
  const order = workOrders.find(({ id }) => id === workOrderId);
  if (order === undefined) throw notFound('visit_order', workOrderId);
  const { householdId, territoryId, applianceId } = order;
  const { productModelId } = order.work;
  return { workOrderId, householdId, territoryId, applianceId, productModelId, work: jobWork(order) };
}

export function jobWork({ work }: WorkOrder): JobWork {
  const { workType, category, cover, symptomCode } = work;
  return { workType, category, cover, symptomCode };
}

/** The order may have learned more since: its cover, its symptom. */
function refreshed(sheet: Sheet, { workOrders }: Scene): Sheet {
  return workOrders.reduce((current, order) => {
    const job = current.jobs[order.id];
    return job === undefined ? current : changeJob(current, order.id, { ...job, work: jobWork(order) });
  }, sheet);
}

function nextVersion(sheet: Sheet, { skewed }: Occurred): Sheet {
  return { ...sheet, clockSkewed: sheet.clockSkewed || skewed, version: sheet.version + 1 };
}

async function answerOf(
  { field, visit, tx, occurred }: Scene,
  sheet: Sheet,
  state: VisitState | undefined,
  { commandId }: CommandBase,
): Promise<FieldAnswer> {
  return {
    commandId: commandId.toLowerCase(),
    visitId: visit.id,
    version: sheet.version,
    occurredAt: toRfc3339(occurred.at),
    receivedAt: toRfc3339(tx.now),
    nextStep: nextStep(state ?? visit.state, sheet, await demandedJobs(field.needs, sheet)),
  };
}

/** Refuses what needs somebody on the way. */
export function nobodySetOut({ state }: Visit): DomainError {
  const facts = { extra: { state, legalStates: ['en_route'] } };
  return refusal(409, `${WRONG_STATE}/nobody_set_out`, { state }, facts);
}
