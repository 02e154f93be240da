import { changeRating, rateWorkOrder } from '@firstfix/contract/verdict/endpoints';
import type { Id } from '@firstfix/kernel';
import { aFinishedOrder } from '@firstfix/testkit';
import type { Page } from 'playwright-core';
import { findPeople, inTransaction, seedShipped } from '../world-people.ts';
import type { BrowserApp } from './browser-app.ts';

const PASSWORD = 'a long password';

/** An outlet with an engineer and a work order that was judged. */
interface JudgedOutlet {
  readonly outletId: Id;
  readonly outletName: string;
  readonly engineerId: Id;
  readonly engineerName: string;
  readonly orderNumber: string;
}

/** Two outlets with a judged order each, and an account for every role that looks at them. */
export async function openOffice(app: BrowserApp): Promise<{ ours: JudgedOutlet; theirs: JudgedOutlet }> {
  await seedShipped(app);
  const [ours, theirs] = [await judged(app, 0), await judged(app, 1)];
  await openAccount(app, 'outlet_owner', ours.outletId);
  for (const role of ['agent', 'finance', 'director', 'admin'] as const) await openAccount(app, role, null);
  return { ours, theirs };
}

/** Rated twice: the first sum is taken back. */
async function judged(app: BrowserApp, index: number): Promise<JudgedOutlet> {
  const { outletId, engineerId, territoryId, customerId } = await findPeople(app, index);
  const { id } = await aFinishedOrder(app, { outletId, engineerId, territoryId, customerId });
  const customer = await app.signIn({ role: 'customer', ownId: customerId });
  await customer.call(rateWorkOrder, { params: { id }, body: { stars: 5 } });
  await app.settle();
  await customer.call(changeRating, { params: { id }, body: { stars: 2 } });
  await app.settle();
  const [names] = await app.rows<{ outletName: string; engineerName: string; orderNumber: string }>(
    `select o.name as "outletName", e.name as "engineerName", w.number as "orderNumber"
     from network.outlet o, network.engineer e, orders.work_order w where o.id = $1 and e.id = $2 and w.id = $3`,
    [outletId, engineerId, id],
  );
  if (!names) throw new Error('the demo network has no such people');
  return { outletId, engineerId, ...names };
}

async function openAccount(
  app: BrowserApp,
  role: 'agent' | 'finance' | 'director' | 'admin' | 'outlet_owner',
  outletId: Id | null,
): Promise<void> {
  await inTransaction(app, (tx) =>
    app.modules.identity.createAccount(tx, {
      userName: role,
      password: PASSWORD,
      role,
      outletId,
      territoryIds: [],
    }),
  );
}

/** A page of somebody signed in as that role. */
export async function pageOf(app: BrowserApp, role: string, path: string): Promise<Page> {
  const page = await app.newPage({ locale: 'en-US' });
  await page.request.post('/api/sessions', { data: { userName: role, password: PASSWORD } });
  await page.goto(path);
  return page;
}
