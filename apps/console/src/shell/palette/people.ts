import { api, ask } from '@firstfix/client/api.ts';
import type { BodyOf } from '@firstfix/contract';
import { findCustomers } from '@firstfix/contract/customers/endpoints';
import { listEngineers } from '@firstfix/contract/network/endpoints';
import type { PaletteItem } from '@firstfix/ui/palette/command-palette.tsx';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { mayCall, useSession } from '../../connection/session.ts';

const MOST = 5;

interface People {
  readonly customers: PaletteItem[];
  readonly engineers: PaletteItem[];
  readonly busy: boolean;
}

/** Customers by name, phone or its last four digits; engineers by name or licence. Leads to their page. */
export function usePeople(text: string): People {
  const router = useRouter();
  const { role } = useSession();
  const wanted = customerSearch(text);
  const customers = useQuery({
    queryKey: [findCustomers.id, wanted],
    queryFn: () => api.call(findCustomers, { body: { ...wanted, limit: MOST } }),
    enabled: wanted !== undefined && mayCall(findCustomers, role),
  });
  const engineers = useQuery({
    ...ask(listEngineers, { query: { text, limit: MOST } }),
    enabled: text !== '' && mayCall(listEngineers, role),
  });
  return {
    customers: (customers.data?.items ?? []).map(({ id, name, phone, communities }) => ({
      id: `customer-${id}`,
      title: `${name} ${phone}`,
      note: communities.join(' · '),
      onChoose: () => router.navigate({ to: '/desk', search: { customer: id } }),
    })),
    engineers: (engineers.data?.items ?? []).map(({ id, name, licenceNumber }) => ({
      id: `engineer-${id}`,
      title: name,
      note: licenceNumber,
      onChoose: () => router.navigate({ to: '/network/engineers/$id', params: { id } }),
    })),
    busy: customers.isFetching || engineers.isFetching,
  };
}

/** What was typed as the search of customers understands it; `undefined` for what can be nobody's name or phone. */
function customerSearch(text: string): BodyOf<typeof findCustomers> | undefined {
  if (/^\d{4}$/.test(text)) return { lastFour: text };
  if (/^[\d\s-]{7,20}$/.test(text)) return { phone: text };
  return [...text].length < 2 || /\d/.test(text) ? undefined : { name: text };
}
