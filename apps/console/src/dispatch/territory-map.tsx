import { baseMapQuery } from '@firstfix/client/base-map.ts';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import type { Point } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Ground } from '@firstfix/ui/map/ground.tsx';
import { type MapView, placeOn, pulled, scaleOf, viewOf, zoomed } from '@firstfix/ui/map/map-view.ts';
import { useSize } from '@firstfix/ui/map/use-size.ts';
import { toneOf } from '@firstfix/ui/state-look.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type PointerEvent, useMemo, useState, type WheelEvent } from 'react';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import { type BoardRow, isEnded } from './board-rows.ts';
import { LiveMarkers } from './live-engineers.tsx';
import { LiveList } from './live-list.tsx';
import styles from './map.module.css';
import { unassigned, unscheduled } from './queues.ts';
import { type LiveEngineer, useLiveEngineers } from './use-live-engineers.ts';

/** The same day as the timeline, by place: what waits, what is planned, who is on the way and where. */
export function TerritoryMap() {
  const say = useWords();
  const { board } = useBoardDesk();
  const waiting = useMemo(
    () => [...unassigned(board.orders, board.date), ...unscheduled(board.orders)],
    [board.orders, board.date],
  );
  const engineers = useLiveEngineers(board);
  const { place, size } = useSize();
  const fitted = useMemo(() => viewOf(pointsOf(board.rows, waiting), size), [board.rows, waiting, size]);
  const [moved, setMoved] = useState<MapView>();
  const [followed, follow] = useState<string>();
  if (!fitted) return <Empty>{say('dispatch.nothingOnMap')}</Empty>;
  const centre = engineers.find(({ row }) => row.engineer.id === followed)?.point;
  const standing = moved ? { ...moved, size } : fitted;
  const view = centre ? { ...standing, centre } : standing;
  const move = (next: MapView) => {
    setMoved(next);
    if (next.metresPerPixel === view.metresPerPixel) follow(undefined);
  };
  const fitAll = () => {
    follow(undefined);
    setMoved(viewOf([...pointsOf(board.rows, waiting), ...engineers.map(({ point }) => point)], size));
  };
  return (
    <section className={styles.map} aria-label={say('dispatch.map')}>
      <div className={styles.buttons}>
        <Button size="small" aria-label={say('dispatch.nearer')} onClick={() => move(zoomed(view, 1.5))}>
          +
        </Button>
        <Button size="small" aria-label={say('dispatch.farther')} onClick={() => move(zoomed(view, 1 / 1.5))}>
          −
        </Button>
        <Button size="small" onClick={fitAll}>
          {say('dispatch.fit')}
        </Button>
      </div>
      <div className={styles.drawing} ref={place}>
        <BaseMap view={view} />
        <Drawing
          view={view}
          waiting={waiting}
          engineers={engineers}
          followed={followed}
          onMove={move}
          onFollow={follow}
        />
      </div>
      <LiveList engineers={engineers} followed={followed} onFollow={follow} />
      <p className={styles.key}>
        {MARKS.map(([mark, word]) => (
          <span key={mark}>
            <i data-mark={mark} /> {say(word)}
          </span>
        ))}
      </p>
    </section>
  );
}

const MARKS = [
  ['waiting', 'dispatch.waiting'],
  ['planned', 'dispatch.onPlan'],
  ['live', 'dispatch.onTheWay'],
  ['engineer', 'dispatch.lastSeen'],
] as const;

function BaseMap({ view }: { view: MapView }) {
  const { data } = useQuery(baseMapQuery('whole'));
  return <Ground view={view} layer={data ?? undefined} />;
}

function pointsOf(rows: readonly BoardRow[], waiting: readonly WorkOrderView[]): Point[] {
  const planned = rows.flatMap(({ blocks }) => blocks.map(({ visit }) => visit.place.point));
  return [...planned, ...waiting.map(({ place }) => place.point)];
}

interface DrawingProps {
  readonly view: MapView;
  readonly waiting: readonly WorkOrderView[];
  readonly engineers: readonly LiveEngineer[];
  readonly followed: string | undefined;
  readonly onMove: (view: MapView) => void;
  readonly onFollow: (engineerId: string) => void;
}

/** How much a notch of the wheel brings the map nearer. */
const WHEEL = 1.2;

function Drawing({ view, waiting, engineers, followed, onMove, onFollow }: DrawingProps) {
  const say = useWords();
  const { board, search } = useBoardDesk();
  const pull = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1 || (event.movementX === 0 && event.movementY === 0)) return;
    onMove(pulled(view, event.movementX, event.movementY));
  };
  const turn = ({ deltaY, clientX, clientY, currentTarget }: WheelEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    onMove(zoomed(view, deltaY < 0 ? WHEEL : 1 / WHEEL, { x: clientX - left, y: clientY - top }));
  };
  const chosenRow = board.rows.find(
    ({ engineer, blocks }) =>
      engineer.id === followed ||
      (!followed && search.order && blocks.some(({ order }) => order?.id === search.order)),
  );
  const onTheWay = new Set(engineers.map(({ row }) => row.engineer.id));
  return (
    <svg width={view.size.width} height={view.size.height} onPointerMove={pull} onWheel={turn}>
      <title>{say('dispatch.map')}</title>
      {chosenRow && (
        <DayRoute row={chosenRow} from={engineers.find(({ row }) => row === chosenRow)?.point} view={view} />
      )}
      {board.rows.map((row) => (
        <Planned key={row.engineer.id} row={row} view={view} numbered={row === chosenRow} />
      ))}
      {waiting.map((order) => (
        <Waiting key={order.id} order={order} view={view} />
      ))}
      {board.rows.map((row) =>
        onTheWay.has(row.engineer.id) ? null : <LastSeen key={row.engineer.id} row={row} view={view} />,
      )}
      <LiveMarkers engineers={engineers} followed={followed} view={view} onFollow={onFollow} />
      <Scale view={view} />
    </svg>
  );
}

interface RouteProps {
  readonly row: BoardRow;
  /** Where the engineer is now. */
  readonly from: Point | undefined;
  readonly view: MapView;
}

/** The day of one engineer from stop to stop; solid what is still ahead. */
function DayRoute({ row, from, view }: RouteProps) {
  const ahead = row.blocks.filter(({ visit }) => visit.arrivedAt === null && !isEnded(visit));
  const line = (points: readonly Point[]) =>
    points
      .map((point) => placeOn(view, point))
      .map(({ x, y }) => `${x},${y}`)
      .join(' ');
  const stops = row.blocks.map(({ visit }) => visit.place.point);
  const next = [...(from ? [from] : []), ...ahead.map(({ visit }) => visit.place.point)];
  return (
    <>
      <polyline className={styles.route} points={line(stops)} />
      <polyline className={styles.ahead} points={line(next)} />
    </>
  );
}

interface PlannedProps {
  readonly row: BoardRow;
  readonly view: MapView;
  /** Each stop shows which of the day it is. */
  readonly numbered: boolean;
}

function Planned({ row, view, numbered }: PlannedProps) {
  const { search } = useBoardDesk();
  return row.blocks.map(({ visit, late }, index) => {
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
          r={numbered || orderId === search.order ? 8 : 5}
        >
          <title>{said}</title>
        </circle>
        {numbered && (
          <text className={styles.number} x={x} y={y + 4}>
            {index + 1}
          </text>
        )}
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

/** Where the visit is that the engineer came to last. */
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
