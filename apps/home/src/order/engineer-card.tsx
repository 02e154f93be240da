import { ask } from '@firstfix/client/api.ts';
import { getVisitEngineer } from '@firstfix/contract/fieldwork/endpoints';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Stars } from '../parts/stars.tsx';
import { useWords } from '../words/words.ts';
import { Approach } from './approach.tsx';
import styles from './engineer-card.module.css';

/** Who comes: enough to know the right person at the door. */
export function EngineerCard({ visitId }: { visitId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(getVisitEngineer, { params: { id: visitId } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return null;
  return (
    <Card title={say('order.engineer')}>
      <div className={styles.person}>
        <Face name={data.name} />
        <div>
          <strong>{data.name}</strong>
          <div>
            <Stars of={data.stars} /> {say('order.grade', { grade: data.grade })}
          </div>
        </div>
      </div>
      <Facts
        facts={[
          [say('order.licence'), data.licenceNumber],
          [say('order.licenceUntil'), data.licenceExpiresOn],
          [say('order.outlet'), data.outlet],
        ]}
      />
      {data.approach && <Approach approach={data.approach} />}
    </Card>
  );
}

/** Until there are photos: the family name. */
function Face({ name }: { name: string }) {
  return (
    <span className={styles.face} aria-hidden="true">
      {name.slice(0, 1)}
    </span>
  );
}
