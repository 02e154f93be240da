import type { Point } from '@firstfix/kernel';
import { demoCommunityAt, demoDistrictAt, demoPoint } from '@firstfix/network';

const DEMO_CUSTOMERS = 2_000;

/** A household of the demo city as `takeInCustomers` takes it. */
export interface DemoCustomer {
  readonly name: string;
  readonly phone: string;
  readonly address: { districtCode: string; community: string; door: string; point: Point };
}

const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const GIVEN = [...'子涵欣怡浩然雨桐思远静雯志明丽华建平秀英海燕晓东佳宁文轩美玲国庆春梅俊杰'];

/** The people of the demo city; always the same ones. */
export function demoCustomers(random: () => number): DemoCustomer[] {
  return Array.from({ length: DEMO_CUSTOMERS }, (_, index) => demoCustomer(index + 1, random));
}

/** 19800000001 … */
function demoCustomerPhone(number: number): string {
  return `198${String(number).padStart(8, '0')}`;
}

function demoCustomer(number: number, random: () => number): DemoCustomer {
  const point = demoPoint(random);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = (characters: readonly string[]) => characters[whole(0, characters.length - 1)] ?? '';
  const door = `${whole(1, 28)}号楼${whole(1, 4)}单元${whole(1, 18)}0${whole(1, 4)}`;
  return {
    name: `${pick(FAMILY)}${pick(GIVEN)}${pick(GIVEN)}`,
    phone: demoCustomerPhone(number),
    address: {
      districtCode: demoDistrictAt(point) ?? '990101',
      community: demoCommunityAt(point),
      door,
      point,
    },
  };
}
