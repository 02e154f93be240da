import type { Place } from '../work-order.ts';

/** Where it is, as orders and visits both keep it. */
interface PlaceColumns {
  readonly lat: number;
  readonly lng: number;
  readonly district_code: string;
  readonly community: string;
}

export function placeColumns({ point, districtCode, community }: Place): PlaceColumns {
  return { lat: point.lat, lng: point.lng, district_code: districtCode, community };
}

export function placeOf(row: PlaceColumns): Place {
  return { point: { lat: row.lat, lng: row.lng }, districtCode: row.district_code, community: row.community };
}
