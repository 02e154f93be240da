import { HOUR, type TimeWindow } from '@firstfix/kernel';
import { type CSSProperties, memo } from 'react';
import { useWords } from '../words/words.ts';
import type { BoardRow } from './board-rows.ts';
import { Ghost } from './ghost.tsx';
import { stretchIn } from './place-in-span.ts';
import { ProposedMark } from './proposed-mark.tsx';
import styles from './timeline.module.css';
import type { ProposedBlock } from './use-proposal.ts';
import type { Wish } from './verdict.ts';
import { VisitBlock } from './visit-block.tsx';

interface TimelineRowProps {
  readonly row: BoardRow;
  readonly top: number;
  readonly span: TimeWindow;
  /** The order looked at, when it is in this row. */
  readonly chosen: string | undefined;
  readonly proposed: readonly ProposedBlock[] | undefined;
  /** What would be assigned, while an order is held over the row. */
  readonly wish: Wish | undefined;
  readonly onHold: (orderId: string | undefined) => void;
  readonly onOver: (engineerId: string | undefined) => void;
  readonly onDrop: (engineerId: string) => void;
}

/** An engineer's day. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, top, span, chosen, proposed, wish, onHold, onOver, onDrop } = props;
  const { engineer, shift, blocks } = row;
  return (
    <li
      className={styles.row}
      style={{ top }}
      data-over={wish !== undefined}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(engineer.id);
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(engineer.id);
      }}
    >
      <RowHead row={row} />
      <div className={styles.lane}>
        {shift && <Absence span={span} shift={shift} />}
        {blocks.map((block) => (
          <VisitBlock
            key={block.visit.id}
            block={block}
            span={span}
            chosen={chosen !== undefined && block.order?.id === chosen}
            onHold={onHold}
          />
        ))}
        {proposed?.map((one) => (
          <ProposedMark key={one.orderId} block={one} span={span} />
        ))}
        {wish && <Ghost wish={wish} span={span} />}
      </div>
    </li>
  );
});

function RowHead({ row }: { row: BoardRow }) {
  const say = useWords();
  const { engineer, open, bookedMs, availableMs } = row;
  const booked = (bookedMs / HOUR).toFixed(1);
  const available = (availableMs / HOUR).toFixed(1);
  const load = availableMs > 0 ? Math.min(1, bookedMs / availableMs) : 1;
  return (
    <div className={styles.head}>
      <strong>
        {engineer.name} <small>{engineer.grade}</small>
      </strong>
      <span title={say('dispatch.loadSaid', { count: open, booked, available })}>
        {say('dispatch.load', { count: open, booked, available })}
      </span>
      <i
        className={styles.load}
        style={{ '--load': load } as CSSProperties}
        data-tone={bookedMs > availableMs ? 'amber' : 'celadon'}
      />
    </div>
  );
}

/** The hours outside the shift are sunken. */
function Absence({ span, shift }: { span: TimeWindow; shift: TimeWindow }) {
  return (
    <>
      <i className={styles.off} style={stretchIn(span, { start: span.start, end: shift.start })} />
      <i className={styles.off} style={stretchIn(span, { start: shift.end, end: span.end })} />
    </>
  );
}
