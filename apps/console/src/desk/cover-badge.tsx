import type { Cover } from '@firstfix/contract/orders/schemas';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';

const TONES: Readonly<Record<Cover, Tone>> = {
  in_warranty: 'celadon',
  extended: 'indigo',
  out_of_warranty: 'amber',
  unknown: 'ash',
};

/** Whether the guarantees pay, and until when. */
export function CoverBadge({ cover, until = null }: { cover: Cover; until?: string | null }) {
  const say = useWords();
  return (
    <span
      className={styles.badge}
      data-tone={TONES[cover]}
      title={until === null ? undefined : say('desk.coverUntil', { date: until })}
    >
      {say(`desk.cover.${cover}`)}
    </span>
  );
}
