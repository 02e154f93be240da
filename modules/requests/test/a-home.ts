import { seedAppliances } from '@firstfix/appliances';
import { seedCatalogue } from '@firstfix/catalogue';
import { CITY_CENTRE } from '@firstfix/city';
import type { BodyOf } from '@firstfix/contract';
import type { registerRequest } from '@firstfix/contract/requests/endpoints';
import type { DemoNetwork } from '@firstfix/network';
import { systemActor } from '@firstfix/platform';
import type { TestApp } from '@firstfix/testkit';

export type NewRequest = BodyOf<typeof registerRequest>;

/** The catalogue and the demo city. */
export async function seedDemo(app: TestApp): Promise<DemoNetwork> {
  return app.runtime.transactor.transact(systemActor('test'), async (tx) => {
    await seedCatalogue(tx);
    await seedAppliances(tx);
    return app.modules.network.seedDemoNetwork(tx, { now: tx.now });
  });
}

let calls = 0;

/** A phone nobody has yet. */
export function freshPhone(): string {
  calls += 1;
  return `138${String(calls).padStart(8, '0')}`;
}

/** Somebody in the middle of the demo city whose fridge does not cool. */
export function aRequest(changes: Partial<NewRequest> = {}): NewRequest {
  return {
    channel: 'phone',
    caller: aCaller(),
    items: [{ workType: 'repair', category: 'fridge' }],
    words: '冰箱不制冷，昨天开始',
    ...changes,
  };
}

export function aCaller(phone = freshPhone()): NewRequest['caller'] {
  return {
    name: '张三',
    phone,
    address: { districtCode: '990101', community: '海情小区', door: '3号楼2单元501', point: CITY_CENTRE },
  };
}
