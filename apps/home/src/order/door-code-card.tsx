import { ask } from '@firstfix/client/api.ts';
import { getDoorCode } from '@firstfix/contract/fieldwork/endpoints';
import { SECOND } from '@firstfix/kernel';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { useWords } from '../words/words.ts';
import styles from './code.module.css';

/** Both sides prove themselves at the door: the code to read out, and the one to hear. */
export function DoorCodeCard({ visitId }: { visitId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery({
    ...ask(getDoorCode, { params: { id: visitId } }),
    // asked again when the codes change
    refetchInterval: ({ state }) => ((state.data?.validSeconds ?? 5) + 1) * SECOND,
  });
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return null;
  return (
    <Card title={say('order.door')} calls>
      <p>{say('order.doorSay')}</p>
      <strong className={styles.code}>{data.code}</strong>
      {data.expected && (
        <p>
          {say('order.doorHear')} <strong>{data.expected}</strong>
        </p>
      )}
      <p className={styles.soft}>{say('order.doorChanges')}</p>
    </Card>
  );
}
