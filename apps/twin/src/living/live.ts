import { demoCity } from '@firstfix/city';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { HOUR } from '@firstfix/kernel';
import { type Stage, stageOf } from '../stage.ts';
import { liveAsCallers } from './callers.ts';
import { speak } from './customer-life.ts';
import { liveAsEngineer } from './engineer-life.ts';
import { liveAsAgent, liveAsDispatcher } from './office-life.ts';
import { Town } from './town.ts';

const CLOCK_LOOK_MS = 2_000;
const PAGE = 200;

/**
 * The city lives: everybody does what they do all day through the public API, as fast as the business clock runs and not at all
 * while it stands. Ends when `until` does; fails when nobody is let in any more.
 */
export async function live(stage: Stage, until: Promise<void>): Promise<Readonly<Record<string, number>>> {
  const town = new Town(stage, demoCity().router);
  const clock = setInterval(() => {
    stage.clock.lookAgain().catch(() => undefined);
  }, CLOCK_LOOK_MS);
  try {
    await town.attempt('looked back', () => takeUpVerdicts(town));
    const lives = [
      ...stage.cast.engineers.map((engineer) => liveAsEngineer(town, engineer)),
      liveAsCallers(town),
      liveAsAgent(town),
      liveAsDispatcher(town),
    ];
    await Promise.race([until, town.over, ...lives]);
    return town.events.result();
  } finally {
    clearInterval(clock);
  }
}

/** Those whose work was done before we came have their say too. */
async function takeUpVerdicts(town: Town): Promise<void> {
  const { agent } = town.stage.cast;
  const query = { state: ['completed' as const], sort: 'newest' as const, limit: PAGE };
  const { items } = await agent.call(listWorkOrders, { query });
  for (const order of items) {
    const customer = town.findCustomer(order.customerId);
    if (!customer) continue;
    const { random, clock } = stageOf(town.stage, `late ${order.id}`);
    town.begin('verdict', async () => {
      await clock.pass(random.next() * 20 * HOUR);
      await speak(town, order, customer, {
        lateMinutes: 0,
        paidFen: 0,
        missingSteps: 0,
        severity: random.next(),
      });
    });
  }
}
