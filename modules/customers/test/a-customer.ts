import type { BodyOf } from '@firstfix/contract';
import type { registerCustomer } from '@firstfix/contract/customers/endpoints';

type NewCustomer = BodyOf<typeof registerCustomer>;

let next = 0;

/** Zhang Wei's neighbour, with a phone nobody has yet. */
export function aCustomer(changes: Partial<NewCustomer> = {}): NewCustomer {
  next += 1;
  return {
    name: '李晓梅',
    phone: `1391000${String(next).padStart(4, '0')}`,
    address: { text: '山东省青岛市市南区海情小区3号楼2单元501', point: { lat: 36.06712, lng: 120.38456 } },
    ...changes,
  };
}
