import type { BodyOf } from '@firstfix/contract';
import type { departVisit as endpoint } from '@firstfix/contract/fieldwork/endpoints';
import type { Tx } from '@firstfix/platform';
import { emptySheet, type Job, newJob, type Sheet } from '../sheet.ts';
import { sheetsOfOrders } from '../store.ts';
import type { DB } from '../tables.ts';
import { type Field, jobWork, runFirstCommand, type Scene, type Sent } from './run-command.ts';

/** The engineer sets out: the sheet is opened, with what earlier visits found and agreed. */
export function departVisit(field: Field, tx: Tx, sent: Sent<BodyOf<typeof endpoint>>) {
  return runFirstCommand(field, tx, sent, async (scene, loaded) => {
    const sheet = loaded?.sheet ?? (await openSheet(scene));
    return {
      sheet: { ...sheet, departedAt: scene.occurred.at },
      state: 'en_route',
      result: {},
      elsewhere: () => field.orders.departVisit(tx, scene.caller, scene.visit.id),
    };
  });
}

async function openSheet({ tx, visit, workOrders }: Scene): Promise<Sheet> {
  const earlier = visit.sequence > 1 ? await sheetsOfOrders(tx.tables<DB>(), visit.workOrderIds) : [];
  const jobs: Record<string, Job> = {};
  for (const order of workOrders) {
    const before = earlier.map((sheet) => sheet.jobs[order.id]).find((job) => job !== undefined);
    jobs[order.id] = newJob(jobWork(order), before);
  }
  return emptySheet(visit, jobs);
}
