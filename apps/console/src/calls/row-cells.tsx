import { ask } from '@firstfix/client/api.ts';
import { getCustomer } from '@firstfix/contract/customers/endpoints';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWorkNames } from '../orders/work-names.ts';

/** Names change rarely while a list is worked off. */
const FRESH_MS = 60_000;

/** The order of a row, by number, and what it is. */
export function OrderCell({ id }: { id: string }) {
  const nameOf = useWorkNames();
  const { data } = useQuery({ ...ask(getWorkOrder, { params: { id } }), staleTime: FRESH_MS });
  if (!data) return null;
  return (
    <>
      <Link to="/orders/$id" params={{ id }} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
        {data.number}
      </Link>{' '}
      {nameOf(data.work)}
    </>
  );
}

/** The customer of a row, masked; leads to the desk. */
export function CustomerCell({ id }: { id: string }) {
  const { data } = useQuery({ ...ask(getCustomer, { params: { id } }), staleTime: FRESH_MS });
  if (!data) return null;
  return (
    <Link to="/desk" search={{ customer: id }} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
      {data.name} {data.phone}
    </Link>
  );
}
