import { ask } from '@firstfix/client/api.ts';
import { type Explanation, explainAssignment } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './drawer.module.css';
import { TermList } from './term-list.tsx';
import { useEngineerName } from './use-engineer-name.ts';

/** Why it was given to whoever has it, as kept when it was decided. */
export function AssignmentReasons({ orderId }: { orderId: string }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const { data } = useQuery(ask(explainAssignment, { params: { id: orderId } }));
  if (!data) return null;
  const title = data.how === 'unassigned' ? 'dispatch.whyNobody' : 'dispatch.whyThis';
  return (
    <section className={styles.part} aria-label={say(title)}>
      <h3>{say(title)}</h3>
      <p className={styles.note}>
        {[
          sayCode('dispatch.how', data.how),
          data.reason && say(`orderActions.unassignReason.${data.reason}`),
          moments.moment(parseInstant(data.at)),
          data.policy,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ol>
        {data.chosen && <Told term={data.chosen} chosen />}
        {data.runnersUp.map((term) => (
          <Told key={term.engineerId} term={term} />
        ))}
      </ol>
    </section>
  );
}

function Told({ term, chosen = false }: { term: Explanation['runnersUp'][number]; chosen?: boolean }) {
  const moments = useMoments();
  const name = useEngineerName(term.engineerId);
  return (
    <li className={styles.candidate} data-chosen={chosen}>
      <div>
        <strong>{name}</strong>
        <span>{moments.clock(parseInstant(term.startAt))}</span>
      </div>
      <TermList term={term} />
    </li>
  );
}
