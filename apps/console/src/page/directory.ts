import { api } from '@firstfix/client/api.ts';
import type { Endpoint } from '@firstfix/contract';
import {
  getEngineer,
  getOutlet,
  getTerritory,
  listEngineers,
  listOutlets,
  listTerritories,
} from '@firstfix/contract/network/endpoints';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mayCall, useSession } from '../connection/session.ts';
import type { Choice } from './filters.tsx';

const PAGE = 200;
/** Nobody chooses from a longer list than so many pages. */
const PAGES = 10;
const STALE_MS = 60_000;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whom ids mean. */
export interface Names {
  /** Asks for the name when it is not known yet; until then, and where the role may not know it, the end of the id. */
  readonly nameOf: (id: string) => string;
  /** All of them, to choose from. */
  readonly choices: readonly Choice<string>[];
}

export function useOutlets(): Names {
  const { role } = useSession();
  const listed = useListed(listOutlets.id, mayCall(listOutlets, role), (cursor) =>
    api.call(listOutlets, { query: { limit: PAGE, cursor } }),
  );
  return useNames(listed, getOutlet, (id) => api.call(getOutlet, { params: { id } }));
}

export function useTerritories(): Names {
  const { role } = useSession();
  const listed = useListed(listTerritories.id, mayCall(listTerritories, role), (cursor) =>
    api.call(listTerritories, { query: { limit: PAGE, cursor } }),
  );
  return useNames(listed, getTerritory, (id) => api.call(getTerritory, { params: { id } }));
}

/** There are tens of thousands: only those shown are asked for, unless there is something to choose. */
export function useEngineers({ choices = false } = {}): Names {
  const { role } = useSession();
  const listed = useListed(listEngineers.id, choices && mayCall(listEngineers, role), (cursor) =>
    api.call(listEngineers, { query: { limit: PAGE, cursor } }),
  );
  return useNames(listed, getEngineer, (id) => api.call(getEngineer, { params: { id } }));
}

function useListed(key: string, enabled: boolean, page: Page): readonly Named[] {
  const { data = [] } = useQuery({
    queryKey: [key, 'names'],
    enabled,
    staleTime: STALE_MS,
    queryFn: () => everyPage(page),
  });
  return data;
}

type Page = (cursor?: string) => Promise<{ items: readonly Named[]; next: string | null }>;

async function everyPage(page: Page): Promise<Named[]> {
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

/** Names of the list; others are asked for one by one, once a screen has shown their ids. */
function useNames(listed: readonly Named[], endpoint: Endpoint, one: (id: string) => Promise<Named>): Names {
  const { role } = useSession();
  const enabled = mayCall(endpoint, role);
  const shown = useRef(new Set<string>());
  const [asked, setAsked] = useState<readonly string[]>([]);
  useEffect(() => {
    if (enabled && shown.current.size > asked.length) setAsked([...shown.current]);
  });
  const found = useQueries({
    queries: asked.map((id) => ({
      // as `ask` would name it
      queryKey: [endpoint.id, { params: { id } }],
      queryFn: () => one(id),
      staleTime: STALE_MS,
    })),
  });
  const known = [...listed, ...found.flatMap(({ data }) => data ?? [])];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return {
    nameOf(id) {
      const name = names.get(id);
      if (name === undefined) shown.current.add(id);
      return name ?? shortId(id);
    },
    choices: listed.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** Ids of one moment differ at their end. */
export function shortId(id: string): string {
  return `…${id.slice(-6)}`;
}
