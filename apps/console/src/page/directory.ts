import { api } from '@firstfix/client/api.ts';
import type { Endpoint } from '@firstfix/contract';
import { listEngineers, listOutlets, listTerritories } from '@firstfix/contract/network/endpoints';
import { useQuery } from '@tanstack/react-query';
import { mayCall, useSession } from '../connection/session.ts';
import type { Choice } from './filters.tsx';

const PAGE = 200;
/** Beyond this many, names stay codes: nobody chooses from a longer list. */
const PAGES = 10;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom ids mean: outlets, engineers and territories, as far as the role may know them. */
export function useDirectory() {
  const outlets = useNames(listOutlets, (cursor) =>
    api.call(listOutlets, { query: { limit: PAGE, cursor } }),
  );
  const engineers = useNames(listEngineers, (cursor) =>
    api.call(listEngineers, { query: { limit: PAGE, cursor } }),
  );
  const territories = useNames(listTerritories, (cursor) =>
    api.call(listTerritories, { query: { limit: PAGE, cursor } }),
  );
  return { outlets, engineers, territories };
}

export interface Names {
  readonly nameOf: (id: string) => string;
  readonly choices: readonly Choice<string>[];
}

function useNames(
  endpoint: Endpoint,
  page: (cursor?: string) => Promise<{ items: readonly Named[]; next: string | null }>,
): Names {
  const { role } = useSession();
  const { data = [] } = useQuery({
    queryKey: [endpoint.id, 'names'],
    enabled: mayCall(endpoint, role),
    staleTime: 60_000,
    queryFn: () => everyPage(page),
  });
  const names = new Map(data.map(({ id, name }) => [id, name]));
  return {
    nameOf: (id) => names.get(id) ?? shortId(id),
    choices: data.map(({ id, name }) => ({ value: id, label: name })),
  };
}

async function everyPage(
  page: (cursor?: string) => Promise<{ items: readonly Named[]; next: string | null }>,
): Promise<Named[]> {
  const all: Named[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const { items, next } = await page(cursor);
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
  return all;
}

/** Ids of one moment differ at their end. */
export function shortId(id: string): string {
  return `…${id.slice(-6)}`;
}
