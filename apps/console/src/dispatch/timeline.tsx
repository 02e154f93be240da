import { HOUR, type Instant, SECOND, type TimeWindow } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { type CSSProperties, type RefObject, useEffect, useMemo, useState } from 'react';
import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import { placeIn, stretchIn } from './place-in-span.ts';
import { shownRows, wantedAt } from './shown-rows.ts';
import styles from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';
import { proposedBlocks, useProposal } from './use-proposal.ts';
import { useShownRows } from './use-shown-rows.ts';

/** One row for each engineer, the day across. Only the rows in sight exist: hundreds stay smooth. */
export function Timeline() {
  const say = useWords();
  const { board, search, held, hold, assigning, wishFor } = useBoardDesk();
  const { span, now } = board;
  const needs = board.orders.find(({ id }) => id === search.order)?.work.standardSeconds;
  const wanted = wantedAt(search.free, board.date, needs === undefined ? undefined : needs * SECOND);
  const rows = shownRows(board.rows, search, wanted, now);
  const [over, setOver] = useState<string>();
  const { scroller, first, last, rowHeight } = useShownRows(rows.length);
  useNowInSight(scroller, span, now, search.order !== undefined);
  const { data: plan } = useProposal(search.plan);
  const proposed = useMemo(() => proposedBlocks(plan, board), [plan, board]);
  if (board.rows.length === 0) return <Empty>{say('dispatch.nobodyWorks')}</Empty>;
  const drop = (engineerId: string) => {
    setOver(undefined);
    hold(undefined);
    if (held) assigning.attempt(wishFor(held, engineerId));
  };
  const hours = (span.end - span.start) / HOUR;
  return (
    <section
      className={styles.timeline}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={say('dispatch.timeline')}
      style={{ '--hours': hours } as CSSProperties}
    >
      <Hours span={span} />
      <div className={styles.body} style={{ height: rows.length * rowHeight }}>
        <NowLine span={span} />
        {wanted && <Wanted span={span} wanted={wanted} />}
        <ol>
          {rows.slice(first, last).map((row, index) => (
            <TimelineRow
              key={row.engineer.id}
              row={row}
              top={(first + index) * rowHeight}
              span={span}
              chosen={row.blocks.some(({ order }) => order?.id === search.order) ? search.order : undefined}
              proposed={proposed.get(row.engineer.id)}
              wish={held && over === row.engineer.id ? wishFor(held, over) : undefined}
              onHold={hold}
              onOver={setOver}
              onDrop={drop}
            />
          ))}
        </ol>
      </div>
      {rows.length === 0 && <Empty>{say('dispatch.nobodyShown')}</Empty>}
    </section>
  );
}

/** Beside a drawer or on a small screen the day is wider than its place: it begins an hour before now. */
function useNowInSight(
  scroller: RefObject<HTMLElement | null>,
  span: TimeWindow,
  now: Instant,
  besideDrawer: boolean,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when its place changes, later it is the dispatcher's to scroll
  useEffect(() => {
    const element = scroller.current;
    if (element === null || now > span.end) return;
    const share = (now - HOUR - span.start) / (span.end - span.start);
    element.scrollLeft = share * element.scrollWidth;
  }, [besideDrawer]);
}

/** The time somebody is looked for. */
function Wanted({ span, wanted }: { span: TimeWindow; wanted: TimeWindow }) {
  return (
    <div className={styles.over} aria-hidden="true">
      <i className={styles.wanted} style={stretchIn(span, wanted)} />
    </div>
  );
}

function Hours({ span }: { span: TimeWindow }) {
  const moments = useMoments();
  const hours = Array.from({ length: (span.end - span.start) / HOUR }, (_, hour) => span.start + hour * HOUR);
  return (
    <div className={styles.hours} aria-hidden="true">
      <div className={styles.head} />
      <div className={styles.lane}>
        {hours.map((hour: Instant) => (
          <span key={hour} style={{ left: placeIn(span, hour) }}>
            {moments.clock(hour)}
          </span>
        ))}
      </div>
    </div>
  );
}

function NowLine({ span }: { span: TimeWindow }) {
  const now = useNow();
  if (now < span.start || now > span.end) return null;
  return (
    <div className={styles.over} aria-hidden="true">
      <i className={styles.now} style={{ left: placeIn(span, now) }} />
    </div>
  );
}
