import { demoCity } from '@firstfix/city';
import type { Point } from '@firstfix/kernel';
import { createRandom } from '@firstfix/kernel/random';

const DEMO_CUSTOMERS = 20_000;

/** A household of the demo city as `takeInCustomers` takes it. */
export interface DemoCustomer {
  readonly name: string;
  readonly phone: string;
  readonly address: { districtCode: string; community: string; door: string; point: Point };
}

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const GIVEN = [...'子涵欣怡浩然雨桐思远静雯志明丽华建平秀英海燕晓东佳宁文轩美玲国庆春梅俊杰'];

/** The people of the demo city, always the same ones: phones 19800000001 …, invented names, homes of the address book. */
export function demoCustomers(count = DEMO_CUSTOMERS): DemoCustomer[] {
  const random = createRandom('demo:customers');
  return demoCity()
    .homes(count, 'customers')
    .map(({ districtCode, community, door, point }, index) => ({
      name: `${random.pick(FAMILY)}${random.pick(GIVEN)}${random.pick(GIVEN)}`,
      phone: `198${String(index + 1).padStart(8, '0')}`,
      address: { districtCode, community, door, point },
    }));
}
