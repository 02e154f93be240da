import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { listVisits } from '@firstfix/contract/orders/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { dateOf, useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useOutbox } from '../connection/outbox.ts';
import { FollowPosition, useMyPosition } from '../connection/position.tsx';
import { useWords } from '../words/words.ts';
import styles from './share-way.module.css';
import { keepTelling, useTold } from './told-positions.ts';
import { useTelling } from './use-telling.ts';

/** While a visit is on the way, on whichever screen: tells the position, and shows that it does. */
export function ShareWay({ engineerId }: { engineerId: string }) {
  useEffect(() => keepTelling(engineerId), [engineerId]);
  const visitId = useVisitOnTheWay(engineerId);
  if (visitId === undefined) return null;
  return (
    <FollowPosition>
      <Sharing engineerId={engineerId} visitId={visitId} />
    </FollowPosition>
  );
}

/** The visit somebody set out for, also when the setting out itself waits for a network. */
function useVisitOnTheWay(engineerId: string): string | undefined {
  const day = dateOf(useNow());
  const { waiting } = useOutbox();
  useLive(`engineer:${engineerId}`, [listVisits.id]);
  const { data } = useQuery(ask(listVisits, { query: { day } }));
  const departing = waiting.find(({ path }) => path.endsWith('/depart'));
  return departing?.visitId ?? data?.items.find(({ state }) => state === 'en_route')?.id;
}

function Sharing({ engineerId, visitId }: { engineerId: string; visitId: string }) {
  const say = useWords();
  const moments = useMoments();
  const { state } = useMyPosition();
  const { waiting, newest, keptDays } = useTold();
  useTelling(engineerId, visitId);
  return (
    <p className={styles.sharing} data-refused={state === 'refused'}>
      <strong>{say(TELLS[state])}</strong>
      {newest !== undefined && (
        <span>{say('shell.told', { time: moments.clock(parseInstant(newest)) })}</span>
      )}
      {waiting > 0 && <span>{say('shell.untold', { count: waiting })}</span>}
      {keptDays !== undefined && <span>{say('shell.keptDays', { days: keptDays })}</span>}
    </p>
  );
}

const TELLS = {
  known: 'shell.sharing',
  seeking: 'shell.sharingSeeking',
  refused: 'shell.sharingRefused',
} as const;
