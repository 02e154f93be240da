import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listMyMessages } from '@firstfix/contract/notices/endpoints';
import { getVisit } from '@firstfix/contract/orders/endpoints';
import { UNASSIGN_REASONS } from '@firstfix/contract/orders/states';
import { parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { dateOf, useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import styles from './today.module.css';

/** What dispatch took back today, so that nobody drives there. */
export function TakenBack({ engineerId }: { engineerId: string }) {
  const say = useWords();
  const today = dateOf(useNow());
  useLive(`engineer:${engineerId}`, [listMyMessages.id]);
  const { data } = useQuery(ask(listMyMessages, { query: { limit: 20 } }));
  const told = data?.items.filter(
    ({ template, queuedAt }) => template === 'visit_unassigned' && dateOf(parseInstant(queuedAt)) === today,
  );
  if (!told || told.length === 0) return null;
  return (
    <section className={styles.takenBack} role="status" aria-label={say('start.takenBack')}>
      <h2>{say('start.takenBack')}</h2>
      <ul>{told.map(({ id, subjectId }) => subjectId && <TakenVisit key={id} visitId={subjectId} />)}</ul>
    </section>
  );
}

function TakenVisit({ visitId }: { visitId: string }) {
  const say = useWords();
  const moments = useMoments();
  const { data: visit } = useQuery(ask(getVisit, { params: { id: visitId } }));
  if (!visit) return null;
  const reason = UNASSIGN_REASONS.find((one) => one === visit.endReason) ?? 'other';
  return (
    <li>
      <strong>{moments.moment(parseInstant(visit.plannedStartAt))}</strong>{' '}
      <span>{visit.place.community}</span> <small>{say(`start.takenBackFor.${reason}`)}</small>
    </li>
  );
}
