import { EARNING_POSTED } from '@firstfix/contract/pay/events';
import { type Id, type Instant, toRfc3339 } from '@firstfix/kernel';
import { DEFAULT_ZONE, localDateOf, minuteOfDay } from '@firstfix/kernel/zone';
import type { WorkOrder } from '@firstfix/orders';
import type { PolicyStore, Tx } from '@firstfix/platform';
import { earningReversals, earningTransactions } from '../causes.ts';
import { earn } from '../earning.ts';
import type { PayNeeds, WorkSummary } from '../needs.ts';
import { findCurrentHead, insertEarning, markReplaced } from '../store/earning-store.ts';
import { post, reverse } from '../store/ledger.ts';
import type { DB } from '../tables.ts';
import type { WorkFacts } from '../wage.ts';
import { UNKNOWN_GRADE, WAGES } from '../wage-policy.ts';

/** A verdict as the event tells it. A later revision takes the place of all before, whatever comes first. */
export interface GivenVerdict {
  readonly workOrderId: Id;
  readonly engineerId: Id;
  readonly outletId: Id;
  readonly territoryId: Id;
  readonly revision: number;
  readonly stars: number | null;
  /** Stars under verification don't count yet: neutral until they do. */
  readonly counts: boolean;
}

/** Posts what the verdict earned, after taking back what an earlier one did. The same or an older one changes nothing. */
export async function postEarning(
  tx: Tx,
  needs: PayNeeds,
  policies: PolicyStore,
  verdict: GivenVerdict,
): Promise<void> {
  const { workOrderId, engineerId, outletId, territoryId, revision } = verdict;
  // on one connection the others wait for the first: what they read is what the lock protects
  const [order, current, summary] = await Promise.all([
    needs.orders.lockWorkOrder(tx, workOrderId),
    findCurrentHead(tx.tables<DB>(), workOrderId),
    needs.summaryOf(workOrderId, tx),
  ]);
  if (current && current.revision >= revision) return;
  const stars = verdict.counts ? verdict.stars : null;
  const completedAt = order.completedAt ?? tx.now;
  const policy = current
    ? await policies.getVersion(WAGES, current.policyVersion)
    : await policies.current(WAGES, completedAt);
  const facts = current
    ? { ...current.facts, stars }
    : await factsOf(needs, order, summary, { engineerId, stars, completedAt });
  const by = { workOrderId, engineerId, outletId, territoryId, revision, postedAt: tx.now };
  const earning = earn(by, facts, policy);
  if (current) {
    tx.later(markReplaced(tx, current));
    tx.later(reverse(tx, earningReversals(workOrderId, current.revision)));
  }
  tx.later(insertEarning(tx, earning));
  tx.later(post(tx, earningTransactions(earning)));
  tx.emit(
    EARNING_POSTED,
    { workOrderId, revision, engineerId, outletId, territoryId, at: toRfc3339(tx.now) },
    [`engineer:${engineerId}`, `work-order:${workOrderId}`],
  );
}

/** What an order's pay is computed from, given what the visit came to. */
export async function factsOf(
  needs: Pick<PayNeeds, 'findEngineer' | 'findTerritory' | 'isPublicHoliday'>,
  order: WorkOrder,
  summary: WorkSummary | undefined,
  { engineerId, stars, completedAt }: { engineerId: Id; stars: number | null; completedAt: Instant },
): Promise<WorkFacts> {
  const [engineer, territory] = await Promise.all([
    needs.findEngineer(engineerId),
    needs.findTerritory(order.territoryId),
  ]);
  const zone = territory?.zone ?? DEFAULT_ZONE;
  return {
    workType: order.work.workType,
    category: order.work.category,
    repairClass: summary?.repairClass ?? null,
    difficulty: order.work.difficulty,
    regionCode: territory?.regionCode ?? '',
    grade: engineer?.grade ?? UNKNOWN_GRADE,
    stars,
    distanceMetres: summary?.distanceMetres ?? 0,
    finishedMinute: minuteOfDay(completedAt, zone),
    isHoliday: needs.isPublicHoliday(localDateOf(completedAt, zone)),
  };
}
