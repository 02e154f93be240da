import { ask } from '@firstfix/client/api.ts';
import { listCategories } from '@firstfix/contract/catalogue/endpoints';
import { useQuery } from '@tanstack/react-query';
import type { Choice } from './filters.tsx';
import { useNamed } from './named.ts';

/** Product categories by code; they change rarely. */
export function useCategories(): {
  readonly nameOf: (code: string) => string;
  readonly choices: readonly Choice<string>[];
} {
  const nameOf = useNamed();
  const { data } = useQuery({ ...ask(listCategories), staleTime: Number.POSITIVE_INFINITY });
  const choices = (data?.items ?? []).map((one) => ({ value: one.code, label: nameOf(one) }));
  return {
    nameOf: (code) => choices.find(({ value }) => value === code)?.label ?? code,
    choices,
  };
}
