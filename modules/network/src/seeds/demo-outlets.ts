import type { OutletTier } from '@firstfix/contract/network/states';
import { stableId } from '@firstfix/kernel';
import type { Outlet } from '../outlet.ts';
import { DEMO_CITY, DEMO_DISTRICTS } from './demo-city.ts';

export const DEMO_CATEGORIES = [
  'ac',
  'fridge',
  'washer',
  'waterheater',
  'tv',
  'kitchen',
  'central-ac',
  'purifier',
] as const;

/** Name, tier, stars, districts covered by number, categories (all unless named). */
type Sketch = readonly [string, OutletTier, number, readonly number[], (readonly string[])?];

const SKETCHES: readonly Sketch[] = [
  ['映城特约服务网点', 'special', 3, [1]],
  ['望海特约服务网点', 'special', 4, [2]],
  ['云岭特约服务网点', 'special', 3, [3]],
  ['栖山特约服务网点', 'special', 2, [5, 6]],
  ['晴川东星级服务中心', 'star', 5, [1, 2, 6]],
  ['晴川西星级服务中心', 'star', 4, [1, 4, 5]],
  [
    '临澜社区营销服务中心',
    'community',
    4,
    [3, 4],
    ['fridge', 'washer', 'waterheater', 'tv', 'kitchen', 'purifier', 'ac'],
  ],
  ['晴川技术服务中心', 'technical', 5, [1, 2, 3, 4, 5, 6]],
];

/** Eight outlets over all four tiers; every district has at least two. */
export const DEMO_OUTLETS: readonly Outlet[] = SKETCHES.map(
  ([name, tier, stars, numbers, categories], index) => {
    const covered = numbers.flatMap((number) => DEMO_DISTRICTS[number - 1] ?? []);
    const [home = DEMO_DISTRICTS[0]] = covered;
    if (!home) throw new RangeError('the demo city has no district');
    return {
      id: stableId(`demo:outlet:${index + 1}`),
      name,
      cityId: DEMO_CITY.id,
      territoryIds: covered.map(({ territoryId }) => territoryId),
      tier,
      status: 'active',
      statusReason: null,
      stars,
      marketTier: home.marketTier,
      categories: categories ?? DEMO_CATEGORIES,
      managerId: stableId(`demo:outlet-owner:${index + 1}`),
      point: { lat: home.centre.lat + 0.003 * (index + 1), lng: home.centre.lng - 0.002 * (index + 1) },
      qualityCertificateUntil: '2028-12-31',
      openedOn: `20${10 + index}-03-01`,
      version: 1,
    };
  },
);
