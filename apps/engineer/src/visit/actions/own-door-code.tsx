import { ask } from '@firstfix/client/api.ts';
import { getDoorCode } from '@firstfix/contract/fieldwork/endpoints';
import { useQuery } from '@tanstack/react-query';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import styles from './own-door-code.module.css';

/** What the engineer says, so that the customer knows whom to let in; renewed as it changes. */
export function OwnDoorCode({ visitId }: { visitId: string }) {
  const say = useWords();
  const { data } = useQuery({
    ...ask(getDoorCode, { params: { id: visitId } }),
    refetchInterval: ({ state }) => Math.max(1, state.data?.validSeconds ?? 1) * 1000,
  });
  if (!data) return null;
  return (
    <p>
      <span className={panel.label}>{say('visit.ownCode')}</span>
      <strong className={styles.code}>{data.code}</strong>
    </p>
  );
}
