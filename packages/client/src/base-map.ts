import { BASE_MAP_PATH, type MapLayer } from '@firstfix/contract/base-map';
import { queryOptions } from '@tanstack/react-query';

/** The base map, `whole` or a box of it; null where there is none. A map without its ground still shows what matters. */
export function baseMapQuery(part: string) {
  return queryOptions<MapLayer | null>({
    queryKey: [BASE_MAP_PATH, part],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const response = await fetch(`${BASE_MAP_PATH}/${part}`);
      return response.status === 200 ? response.json() : null;
    },
  });
}
