import type { TimeWindow } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useWords } from '../words/words.ts';
import { stretchIn } from './place-in-span.ts';
import styles from './timeline.module.css';
import type { ProposedBlock } from './use-proposal.ts';

/** A proposal's stop where nothing stands yet. */
export function ProposedMark({ block, span }: { block: ProposedBlock; span: TimeWindow }) {
  const say = useWords();
  const moments = useMoments();
  const time = moments.clock(block.work.start);
  return (
    <span
      className={styles.proposed}
      style={stretchIn(span, block.work)}
      title={say('dispatch.proposedAt', { number: block.number, time })}
    >
      {block.community}
    </span>
  );
}
