import { api } from '@firstfix/client/api.ts';
import { findCustomers, getCustomer } from '@firstfix/contract/customers/endpoints';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { listRequests } from '@firstfix/contract/requests/endpoints';
import type { CallerQuestion } from './caller-question.ts';

/** Somebody who may be on the line. */
export interface CallerHit {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly communities: readonly string[];
}

const MOST = 10;

/** Who fits; masked. */
export async function findCallers(question: CallerQuestion): Promise<readonly CallerHit[]> {
  switch (question.by) {
    case 'order':
      return customersOf(
        await api.call(listWorkOrders, { query: { text: question.number, sort: 'newest' } }),
      );
    case 'request':
      return customersOf(await api.call(listRequests, { query: { text: question.number } }));
    default: {
      const { by: _, ...terms } = question;
      return (await api.call(findCustomers, { body: { ...terms, limit: MOST } })).items;
    }
  }
}

async function customersOf({
  items,
}: {
  readonly items: readonly { readonly customerId: string }[];
}): Promise<CallerHit[]> {
  const ids = [...new Set(items.map(({ customerId }) => customerId))].slice(0, MOST);
  const customers = await Promise.all(ids.map((id) => api.call(getCustomer, { params: { id } })));
  return customers.map(({ households, ...customer }) => ({
    ...customer,
    communities: households.map(({ place }) => place.community),
  }));
}
