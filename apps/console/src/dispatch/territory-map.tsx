import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { Point } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { toneOf } from '@firstfix/ui/state-look.ts';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type PointerEvent, useMemo, useState } from 'react';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import { type BoardRow, isEnded } from './board-rows.ts';
import styles from './map.module.css';
import { type MapView, placeOn, pulled, scaleOf, viewOf, zoomed } from './map-view.ts';
import { unassigned, unscheduled } from './queues.ts';
import { useSize } from './use-size.ts';

/** The same day as the timeline, by place: what waits, what is planned, where each engineer was last. */
export function TerritoryMap() {
  const say = useWords();
  const { board } = useBoardDesk();
  const waiting = useMemo(
    () => [...unassigned(board.orders, board.date), ...unscheduled(board.orders)],
    [board.orders, board.date],
  );
  const { place, size } = useSize();
  const fitted = useMemo(() => viewOf(pointsOf(board.rows, waiting), size), [board.rows, waiting, size]);
  const [moved, setMoved] = useState<MapView>();
  if (!fitted) return <Empty>{say('dispatch.nothingOnMap')}</Empty>;
  const view = moved ? { ...moved, size } : fitted;
  return (
    <section className={styles.map} aria-label={say('dispatch.map')}>
      <div className={styles.buttons}>
        <Button size="small" aria-label={say('dispatch.nearer')} onClick={() => setMoved(zoomed(view, 1.5))}>
          +
        </Button>
        <Button
          size="small"
          aria-label={say('dispatch.farther')}
          onClick={() => setMoved(zoomed(view, 1 / 1.5))}
        >
          −
        </Button>
        <Button size="small" onClick={() => setMoved(undefined)}>
          {say('dispatch.fit')}
        </Button>
      </div>
      <div className={styles.drawing} ref={place}>
        <Drawing view={view} waiting={waiting} onMove={setMoved} />
      </div>
      <p className={styles.key}>
        <i data-mark="waiting" /> {say('dispatch.waiting')} <i data-mark="planned" /> {say('dispatch.onPlan')}{' '}
        <i data-mark="engineer" /> {say('dispatch.lastSeen')}
      </p>
    </section>
  );
}

function pointsOf(rows: readonly BoardRow[], waiting: readonly WorkOrderView[]): Point[] {
  const planned = rows.flatMap(({ blocks }) => blocks.map(({ visit }) => visit.place.point));
  return [...planned, ...waiting.map(({ place }) => place.point)];
}

interface DrawingProps {
  readonly view: MapView;
  readonly waiting: readonly WorkOrderView[];
  readonly onMove: (view: MapView) => void;
}

function Drawing({ view, waiting, onMove }: DrawingProps) {
  const say = useWords();
  const { board, search } = useBoardDesk();
  const pull = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return;
    onMove(pulled(view, event.movementX, event.movementY));
  };
  const chosenRow = board.rows.find(({ blocks }) => blocks.some(({ order }) => order?.id === search.order));
  return (
    <svg width={view.size.width} height={view.size.height} onPointerMove={pull}>
      <title>{say('dispatch.map')}</title>
      {chosenRow && <Route row={chosenRow} view={view} />}
      {board.rows.map((row) => (
        <Planned key={row.engineer.id} row={row} view={view} />
      ))}
      {waiting.map((order) => (
        <Waiting key={order.id} order={order} view={view} />
      ))}
      {board.rows.map((row) => (
        <LastSeen key={row.engineer.id} row={row} view={view} />
      ))}
      <Scale view={view} />
    </svg>
  );
}

/** The day of whoever has the order looked at, from stop to stop. */
function Route({ row, view }: { row: BoardRow; view: MapView }) {
  const places = row.blocks.map(({ visit }) => placeOn(view, visit.place.point));
  return <polyline className={styles.route} points={places.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

function Planned({ row, view }: { row: BoardRow; view: MapView }) {
  const { search } = useBoardDesk();
  return row.blocks.map(({ visit, late }) => {
    const { x, y } = placeOn(view, visit.place.point);
    const [orderId] = visit.workOrderIds;
    const said = `${row.engineer.name} · ${visit.place.community}`;
    return (
      <Link
        key={visit.id}
        to="/dispatch"
        search={(before) => ({ ...before, order: orderId })}
        aria-label={said}
      >
        <circle
          className={styles.planned}
          data-tone={late && !isEnded(visit) ? 'vermilion' : toneOf('visitState', visit.state)}
          data-chosen={orderId === search.order}
          cx={x}
          cy={y}
          r={orderId === search.order ? 8 : 5}
        >
          <title>{said}</title>
        </circle>
      </Link>
    );
  });
}

const HALF = 6;

function Waiting({ order, view }: { order: WorkOrderView; view: MapView }) {
  const nameOf = useWorkNames();
  const { search } = useBoardDesk();
  const { x, y } = placeOn(view, order.place.point);
  const half = order.id === search.order ? HALF * 1.6 : HALF;
  const said = `${nameOf(order.work)} · ${order.place.community}`;
  return (
    <Link to="/dispatch" search={(before) => ({ ...before, order: order.id })} aria-label={said}>
      <path
        className={styles.waiting}
        data-chosen={order.id === search.order}
        d={`M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`}
      >
        <title>{said}</title>
      </path>
    </Link>
  );
}

/** Where the visit is that the engineer came to last: nobody is followed between homes here. */
function LastSeen({ row, view }: { row: BoardRow; view: MapView }) {
  const last = row.blocks.findLast(({ visit }) => visit.arrivedAt !== null);
  if (!last) return null;
  const { x, y } = placeOn(view, last.visit.place.point);
  return (
    <g className={styles.engineer}>
      <rect x={x + 6} y={y - 18} width="18" height="18" rx="4" />
      <text x={x + 15} y={y - 5}>
        {row.engineer.name.slice(0, 1)}
      </text>
    </g>
  );
}

function Scale({ view }: { view: MapView }) {
  const say = useWords();
  const { metres, pixels } = scaleOf(view);
  const bottom = view.size.height - 16;
  const text =
    metres < 1000
      ? say('dispatch.metres', { count: metres })
      : say('dispatch.kilometres', { count: metres / 1000 });
  return (
    <g className={styles.scale}>
      <path d={`M12 ${bottom}v6h${pixels}v-6`} />
      <text x="16" y={bottom}>
        {text}
      </text>
    </g>
  );
}
