import type { BodyOf } from '@firstfix/contract';
import type { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { newId } from '@firstfix/kernel';

type NewOrder = BodyOf<typeof openWorkOrder>;

/** A fridge that does not cool, in Qingdao. */
export function anOrder(changes: Partial<NewOrder> = {}): NewOrder {
  return {
    customerId: newId(),
    householdId: newId(),
    territoryId: newId(),
    work: {
      workType: 'repair',
      category: 'fridge',
      productModelId: null,
      symptomCode: 'not_cooling',
      difficulty: 2,
      standardSeconds: 2700,
      limitSeconds: 3600,
      responseSeconds: 43_200,
      priority: 30,
      skills: ['prod:fridge', 'grade:B'],
      cover: 'in_warranty',
      description: '冰箱不制冷，昨天开始',
    },
    place: { point: { lat: 36.07, lng: 120.38 }, districtCode: '370202', community: '海情小区' },
    ...changes,
  };
}
