import { ask } from '@firstfix/client/api.ts';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { getFollowUp, listComplaints } from '@firstfix/contract/verdict/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { mayCall, useSession } from '../../connection/session.ts';
import { useWords } from '../../words/words.ts';
import { Fact } from '../fact.tsx';
import { isWaitedFor } from '../order-facts.ts';
import styles from '../order-page.module.css';

const ENDED: readonly WorkOrderView['state'][] = ['completed', 'confirmed', 'closed'];

/** What runs against this order: arrival, follow-up, complaints. */
export function OrderClocks({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const { role } = useSession();
  const params = { id: order.id };
  const followUp = useQuery({
    ...ask(getFollowUp, { params }),
    enabled: ENDED.includes(order.state) && mayCall(getFollowUp, role),
  }).data;
  const complaints = useQuery({
    ...ask(listComplaints, { query: { workOrderId: order.id, only: 'all' } }),
    enabled: mayCall(listComplaints, role),
  }).data;
  const waited = isWaitedFor(order);
  if (!waited && !followUp && !complaints?.items.length) return null;
  return (
    <section className={styles.panel} aria-label={say('orderPage.clocks')}>
      <h2>{say('orderPage.clocks')}</h2>
      <dl className={styles.facts}>
        {waited && (
          <Fact name={say(order.arrivalWindow ? 'orderPage.promise' : 'orderPage.response')}>
            <DueChip due={parseInstant(order.dueAt)} />
          </Fact>
        )}
        {followUp && (
          <Fact name={say('orderPage.followUp')}>
            <StateChip of="followUpState" state={followUp.state} />{' '}
            {followUp.endedAt === null && <DueChip due={parseInstant(followUp.dueAt)} />}
          </Fact>
        )}
        {complaints?.items.map(
          ({ id, number, state, answeredAt, answerDueAt, closedAt, closeDueAt, words }) => (
            <Fact key={id} name={say('orderPage.complaint', { number })}>
              <StateChip of="complaintState" state={state} />{' '}
              {closedAt === null && (
                <DueChip due={parseInstant(answeredAt === null ? answerDueAt : closeDueAt)} />
              )}{' '}
              {words}
            </Fact>
          ),
        )}
      </dl>
    </section>
  );
}
