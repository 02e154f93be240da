import type { TimeWindow } from '@firstfix/kernel';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { wordOf } from '@firstfix/ui/state-chip.tsx';
import { toneOf } from '@firstfix/ui/state-look.ts';
import { Link } from '@tanstack/react-router';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { type Block, isAtRisk, isEnded, isUnderWay } from './board-rows.ts';
import { stretchIn } from './place-in-span.ts';
import styles from './timeline.module.css';

interface VisitBlockProps {
  readonly block: Block;
  readonly span: TimeWindow;
  readonly chosen: boolean;
  readonly onHold: (orderId: string | undefined) => void;
}

/** The promise pale, the work solid, the way there a dotted line; a click looks at the order, a drag moves it. */
export function VisitBlock({ block, span, chosen, onHold }: VisitBlockProps) {
  const { visit, work, promised, travelMs, late } = block;
  const risky = isAtRisk(block);
  const said = useSaid(block);
  const moves = !isUnderWay(visit) && !isEnded(visit);
  const tone = risky ? (late ? 'vermilion' : 'amber') : toneOf('visitState', visit.state);
  return (
    <>
      {promised && <i className={styles.promise} data-chosen={chosen} style={stretchIn(span, promised)} />}
      {travelMs !== null && (
        <i
          className={styles.travel}
          style={stretchIn(span, { start: work.start - travelMs, end: work.start })}
        />
      )}
      <Link
        to="/dispatch"
        search={(search) => ({ ...search, order: visit.workOrderIds[0] })}
        className={styles.block}
        style={stretchIn(span, work)}
        data-tone={tone}
        data-state={visit.state}
        data-chosen={chosen}
        draggable={moves}
        onDragStart={() => onHold(visit.workOrderIds[0])}
        onDragEnd={() => onHold(undefined)}
        aria-label={said}
        title={said}
      >
        {risky && <span aria-hidden="true">▲</span>}
        {!moves && !isEnded(visit) && <Lock />}
        <span>{visit.place.community}</span>
      </Link>
    </>
  );
}

/** What has started stays where it is. */
function Lock() {
  return (
    <svg className={styles.lock} viewBox="0 0 10 12" aria-hidden="true">
      <path d="M2.5 5V3.5a2.5 2.5 0 0 1 5 0V5M1 5h8v6H1z" />
    </svg>
  );
}

function useSaid({ visit, order, work, promised, late, tight }: Block): string {
  const say = useWords();
  const ui = useUiWords();
  const moments = useMoments();
  const nameOf = useWorkNames();
  const parts = [
    order ? `${order.number} ${nameOf(order.work)}` : '',
    visit.place.community,
    wordOf(ui, 'visitState', visit.state),
    `${moments.clock(work.start)}–${moments.clock(work.end)}`,
    promised
      ? say('dispatch.promised', {
          window: `${moments.clock(promised.start)}–${moments.clock(promised.end)}`,
        })
      : '',
    late ? say('dispatch.isLate') : '',
    tight && !isEnded(visit) ? say('dispatch.isTight') : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
