import { type Id, toRfc3339 } from '@firstfix/kernel';
import type { Caller } from '@firstfix/platform';
import type { PayNeeds } from '../needs.ts';
import { presentPayment } from '../present.ts';
import { findCurrentEarning, type StoredEarning } from '../store/earning-store.ts';
import { listPaymentsOf, type PayDb } from '../store/payment-store.ts';
import { listTransactionsOf } from './ledger-transactions.ts';

/** Payments, what the order earned whom, and for the office the ledger. */
export async function getOrderMoney(db: PayDb, needs: PayNeeds, caller: Caller, id: Id) {
  await needs.orders.getWorkOrder(caller, id);
  const [payments, earning, ledger] = await Promise.all([
    listPaymentsOf(db, id),
    findCurrentEarning(db, id),
    caller.scope === 'all' ? listTransactionsOf(db, id) : [],
  ]);
  return {
    payments: payments.map((payment) => presentPayment(payment, needs.provider)),
    earning: earning ? presentEarning(earning, caller) : null,
    ledger,
  };
}

/** What the outlet gets is not the engineer's business. */
function presentEarning(earning: StoredEarning, caller: Caller) {
  const seesFee = caller.role !== 'engineer';
  return {
    revision: earning.revision,
    stars: earning.stars,
    policyVersion: earning.policyVersion,
    at: toRfc3339(earning.postedAt),
    wageFen: earning.wageFen,
    wageLines: [...earning.wageLines],
    outletFeeFen: seesFee ? earning.outletFeeFen : null,
    outletFeeLines: seesFee ? [...earning.outletFeeLines] : [],
  };
}
