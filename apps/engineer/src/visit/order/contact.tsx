import { api, ask } from '@firstfix/client/api.ts';
import { getCustomer, revealContact } from '@firstfix/contract/customers/endpoints';
import type { VisitView, WorkOrderView } from '@firstfix/contract/orders/schemas';
import { Button } from '@firstfix/ui/button.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import panel from '../../parts/panel.module.css';
import { Refusal } from '../../parts/refusal.tsx';
import { useWords } from '../../words/words.ts';
import styles from './contact.module.css';

/** While the visit is the engineer's to do, the customer may be reached. */
const CURRENT: readonly VisitView['state'][] = ['accepted', 'en_route', 'on_site', 'in_service'];

interface ContactProps {
  readonly order: WorkOrderView;
  readonly visit: VisitView;
}

/** Who lives there. Door and phone are shown for the visit on demand, which is written down, and kept nowhere. */
export function Contact({ order, visit }: ContactProps) {
  const say = useWords();
  const params = { id: order.customerId };
  const current = CURRENT.includes(visit.state);
  const { data: customer } = useQuery({ ...ask(getCustomer, { params }), enabled: current });
  const reveal = useMutation({
    mutationFn: () => api.call(revealContact, { params, body: { purpose: 'visit' } }),
    gcTime: 0,
  });
  const home = reveal.data?.households.find(({ id }) => id === order.householdId);
  return (
    <div className={styles.contact}>
      <p>
        <span className={panel.label}>{say('visit.where')}</span>
        <br />
        {order.place.community} {home?.door}
      </p>
      <p>
        <span className={panel.label}>{say('visit.who')}</span>
        <br />
        {reveal.data?.name ?? customer?.name ?? say('visit.namesLater')}
      </p>
      {reveal.data ? (
        <a className={styles.call} href={`tel:${reveal.data.phone}`}>
          {say('visit.call', { phone: reveal.data.phone })}
        </a>
      ) : (
        <Button
          onClick={() => reveal.mutate()}
          disabled={reveal.isPending}
          {...(!current && { disabledReason: say('visit.namesLater') })}
        >
          {say('visit.reveal')}
        </Button>
      )}
      <Refusal problem={reveal.error} />
    </div>
  );
}
