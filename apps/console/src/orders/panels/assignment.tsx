import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { explainAssignment } from '@firstfix/contract/dispatch/endpoints';
import { getEngineer } from '@firstfix/contract/network/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { SECOND } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { mayCall, useSession } from '../../connection/session.ts';
import { useCodeWords, useWords } from '../../words/words.ts';
import { Fact } from '../fact.tsx';
import styles from '../order-page.module.css';

type Explanation = ResponseOf<typeof explainAssignment>;

/** Why this engineer: what it costs in travel, the next best, and what kept the others away. */
export function Assignment({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const { role } = useSession();
  const { data } = useQuery({
    ...ask(explainAssignment, { params: { id: order.id } }),
    enabled: order.visitCount > 0 && mayCall(explainAssignment, role),
  });
  if (!data) return null;
  return (
    <section className={styles.panel} aria-label={say('orderPage.assignment')}>
      <h2>{say('orderPage.assignment')}</h2>
      <dl className={styles.facts}>
        <Fact name={say('orderPage.how')}>
          {sayCode('orderPage.assigned', data.how)}
          {data.reason && ` · ${say(`orderActions.unassignReason.${data.reason}`)}`}
        </Fact>
        {data.chosen && <Candidate name={say('orderPage.chosen')} term={data.chosen} />}
        {data.runnersUp.slice(0, 3).map((term) => (
          <Candidate key={term.engineerId} name={say('orderPage.runnerUp')} term={term} />
        ))}
        {data.refusals.slice(0, 3).map(({ engineerId, rule, missMinutes }) => (
          <Fact key={engineerId} name={say('orderPage.notPossible')}>
            <EngineerName id={engineerId} /> {sayCode('orderPage.refusal', rule)}
            {missMinutes !== null && ` ${say('orderPage.missing', { minutes: missMinutes })}`}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Candidate({ name, term }: { name: string; term: Explanation['runnersUp'][number] }) {
  const say = useWords();
  const moments = useMoments();
  return (
    <Fact name={name}>
      <EngineerName id={term.engineerId} />{' '}
      {say('orderPage.cost', {
        travel: moments.length(term.travelSeconds * SECOND),
        total: moments.length(term.totalSeconds * SECOND),
      })}
    </Fact>
  );
}

function EngineerName({ id }: { id: string }) {
  const { data } = useQuery(ask(getEngineer, { params: { id } }));
  return <strong>{data?.name}</strong>;
}
