import { MINUTE } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useWords } from '../words/words.ts';
import styles from './live-list.module.css';
import type { LiveEngineer } from './use-live-engineers.ts';

interface ListProps {
  readonly engineers: readonly LiveEngineer[];
  readonly followed: string | undefined;
  readonly onFollow: (engineerId: string | undefined) => void;
}

/** The map in words: who is on the way, where to, since when we know, when they arrive. A press follows one. */
export function LiveList({ engineers, followed, onFollow }: ListProps) {
  const say = useWords();
  if (engineers.length === 0) return <p className={styles.none}>{say('dispatch.nobodyOnTheWay')}</p>;
  return (
    <ul className={styles.list} aria-label={say('dispatch.onTheWay')}>
      {engineers.map((engineer) => {
        const { id, name } = engineer.row.engineer;
        const isFollowed = id === followed;
        return (
          <li key={id}>
            <button
              type="button"
              aria-pressed={isFollowed}
              onClick={() => onFollow(isFollowed ? undefined : id)}
            >
              <strong>{name}</strong>
              <WhereTo engineer={engineer} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function WhereTo({ engineer: { at, arrivesAt, community = '' } }: { engineer: LiveEngineer }) {
  const say = useWords();
  const moments = useMoments();
  const age = Math.max(0, useNow() - at);
  return (
    <>
      <span>{say('dispatch.towards', { place: community })}</span>
      <span>
        {arrivesAt === null
          ? say('dispatch.arrivalUnknown')
          : say('dispatch.arrives', { time: moments.clock(arrivesAt) })}
      </span>
      <small>
        {age < MINUTE ? say('dispatch.seenNow') : say('dispatch.seenAgo', { length: moments.length(age) })}
      </small>
    </>
  );
}
