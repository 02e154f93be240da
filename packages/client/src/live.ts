import { openLive, type Topic } from '@firstfix/contract/live';
import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const live = openLive(location.origin.replace(/^http/, 'ws'));

/** While the screen stands: news of the topic makes queries that begin with this key be asked again. */
export function useLive(topic: Topic | undefined, queryKey: QueryKey): void {
  const queries = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (topic === undefined) return;
    return live.follow(topic, () => queries.invalidateQueries({ queryKey: JSON.parse(key) }));
  }, [topic, key, queries]);
}
