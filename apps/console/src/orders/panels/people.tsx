import { api } from '@firstfix/client/api.ts';
import type { Endpoint, ResponseOf } from '@firstfix/contract';
import { getCustomer } from '@firstfix/contract/customers/endpoints';
import { getEngineer, getOutlet } from '@firstfix/contract/network/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayCall, useSession } from '../../connection/session.ts';
import { ContactReveal } from '../../desk/contact-reveal.tsx';
import { useWords } from '../../words/words.ts';
import { Fact } from '../fact.tsx';
import styles from '../order-page.module.css';

/** Who is in it: the customer, the engineer, the outlet. */
export function People({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const customer = useOne(getCustomer, order.customerId);
  const engineer = useOne(getEngineer, order.engineerId);
  const outlet = useOne(getOutlet, order.outletId);
  return (
    <section className={styles.panel} aria-label={say('orderPage.people')}>
      <h2>{say('orderPage.people')}</h2>
      <dl className={styles.facts}>
        {customer && (
          <Fact name={say('orderPage.customer')}>
            <Link to="/desk" search={{ customer: customer.id }}>
              {customer.name}
            </Link>{' '}
            {customer.phone}{' '}
            {!customer.erasedAt && <ContactReveal customerId={customer.id} purpose="appointment" />}
          </Fact>
        )}
        <Fact name={say('orderPage.engineer')}>
          {engineer
            ? say('orderPage.engineerOf', { name: engineer.name, grade: engineer.grade })
            : say('orderPage.nobodyYet')}
        </Fact>
        <Fact name={say('orderPage.outlet')}>{outlet?.name ?? say('orderPage.nobodyYet')}</Fact>
      </dl>
    </section>
  );
}

/** One row by its id, for roles that may see it. */
function useOne<E extends Endpoint>(endpoint: E, id: string | null): ResponseOf<E> | undefined {
  const { role } = useSession();
  const params = { id };
  return useQuery({
    queryKey: [endpoint.id, { params }],
    queryFn:
      id && mayCall(endpoint, role) ? () => api.call(endpoint, { params: params as never }) : skipToken,
  }).data;
}
