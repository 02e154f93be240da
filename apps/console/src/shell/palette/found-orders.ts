import { ask } from '@firstfix/client/api.ts';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { useUiWords } from '@firstfix/ui/language.ts';
import type { PaletteItem } from '@firstfix/ui/palette/command-palette.tsx';
import { wordOf } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { mayCall, useSession } from '../../connection/session.ts';

/** A few are enough to choose from. */
const MOST = 6;

/** Orders whose number, fault or community fits. */
export function useFoundOrders(text: string): { items: PaletteItem[]; busy: boolean } {
  const ui = useUiWords();
  const router = useRouter();
  const { role } = useSession();
  const { data, isFetching } = useQuery({
    ...ask(listWorkOrders, { query: { text, sort: 'newest', limit: MOST } }),
    enabled: text !== '' && mayCall(listWorkOrders, role),
  });
  const items = (data?.items ?? []).map(({ id, number, state, place }) => ({
    id: `order-${id}`,
    title: number,
    note: [wordOf(ui, 'workOrderState', state), place.community].join(' · '),
    onChoose: () => router.navigate({ to: '/orders/$id', params: { id } }),
  }));
  return { items, busy: isFetching };
}
