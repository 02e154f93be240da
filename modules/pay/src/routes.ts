import * as api from '@firstfix/contract/pay/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { command, query, type Route, type Runtime } from '@firstfix/platform';
import type { PayNeeds } from './needs.ts';
import { createPayment } from './operations/create-payment.ts';
import { refundPayment, simulatePayment } from './operations/settle-payment.ts';
import { presentPayment } from './present.ts';
import { accountStatement, listLedgerAccounts, trialBalance } from './queries/browse-ledger.ts';
import { browsePayments } from './queries/browse-payments.ts';
import { getEarningDays } from './queries/get-earning-days.ts';
import { getEngineerEarnings, getMyEarnings, getOutletEarnings } from './queries/get-earnings.ts';
import { getExpectedWage } from './queries/get-expected-wage.ts';
import { getOrderMoney } from './queries/get-order-money.ts';
import { getReceipt } from './queries/get-receipt.ts';
import { getTransaction } from './queries/ledger-transactions.ts';
import { listPaymentsOf } from './store/payment-store.ts';
import type { DB } from './tables.ts';

/** Contract endpoint → operation or query. */
export function payRoutes({ database, policies }: Runtime, needs: PayNeeds): Route[] {
  const db = database.kysely<DB>();
  const { provider } = needs;
  return [
    command(api.createPayment, async (tx, { body, caller, params }) =>
      presentPayment(await createPayment(tx, needs, policies, caller, params.id, body), provider),
    ),
    query(api.listPayments, async ({ caller, params }) => {
      await needs.orders.getWorkOrder(caller, params.id);
      const payments = await listPaymentsOf(db, params.id);
      return { items: payments.map((payment) => presentPayment(payment, provider)) };
    }),
    command(api.simulatePayment, async (tx, { body, caller, params }) =>
      presentPayment(await simulatePayment(tx, needs, policies, caller, params.id, body.outcome), provider),
    ),
    command(api.refundPayment, async (tx, { body, caller, params, ifMatch }) =>
      presentPayment(await refundPayment(tx, needs, caller, params.id, { ...body, ifMatch }), provider),
    ),
    query(api.getReceipt, ({ caller, params }) => getReceipt(db, needs, policies, caller, params.id)),
    query(api.getMyEarnings, ({ caller, query: asked, now }) => getMyEarnings(db, caller, asked.day, now)),
    query(api.getMyEarningDays, ({ caller, query: asked, now }) =>
      getEarningDays(db, caller, asked.month, now),
    ),
    query(api.getExpectedWage, ({ caller, params, query: asked, now }) =>
      getExpectedWage(needs, policies, caller, params.id, { ...asked, now }),
    ),
    query(api.getOutletEarnings, ({ caller, query: asked, now }) =>
      getOutletEarnings(db, caller, asked, now),
    ),
    query(api.getEngineerEarnings, ({ caller, params, query: asked, now }) =>
      getEngineerEarnings(db, needs, caller, { id: params.id, day: asked.day }, now),
    ),
    query(api.getOrderMoney, ({ caller, params }) => getOrderMoney(db, needs, caller, params.id)),
    query(api.browsePayments, ({ query: asked }) => browsePayments(db, needs, asked)),
    query(api.getLedgerTransaction, ({ params }) => getTransaction(db, params.id)),
    query(api.listLedgerAccounts, ({ query: asked, now }) => listLedgerAccounts(db, asked, now)),
    query(api.getAccountStatement, ({ params, query: asked, now }) =>
      accountStatement(db, params.id, asked, now),
    ),
    query(api.getTrialBalance, ({ query: asked, now }) =>
      trialBalance(db, asked.at === undefined ? now : parseInstant(asked.at)),
    ),
  ];
}
