import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getVisitEngineer } from '@firstfix/contract/fieldwork/endpoints';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { Stars } from '../parts/stars.tsx';
import { useWords } from '../words/words.ts';
import { Approach } from './approach.tsx';
import styles from './engineer-card.module.css';

const LOOK_AGAIN_MS = 30_000;

/** Who comes: enough to know the right person at the door. */
export function EngineerCard({ visitId }: { visitId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery({
    ...ask(getVisitEngineer, { params: { id: visitId } }),
    // also when nobody moves, what is known grows old
    refetchInterval: ({ state }) => (state.data?.approach ? LOOK_AGAIN_MS : false),
  });
  // positions are no news to the order: they have their own topic, while somebody is on the way
  useLive(data?.approach ? `visit:${visitId}` : undefined, [getVisitEngineer.id]);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return null;
  return (
    <Card title={say('order.engineer')}>
      {data.approach && <Approach approach={data.approach} />}
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
