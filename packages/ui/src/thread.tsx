import type { WorkOrderState } from '@firstfix/contract/orders/states';
import type { Instant } from '@firstfix/kernel';
import { useNow } from './business-time.tsx';
import { JOURNEY_STEPS, placeOfNow, reachedStep, WINDOW_BAND } from './journey-steps.ts';
import { useUiWords } from './language.ts';
import { useMoments } from './moment.ts';
import { wordOf } from './state-chip.tsx';
import { toneOf } from './state-look.ts';
import styles from './thread.module.css';

/** What a thread is drawn from. */
export interface Threaded {
  readonly state: WorkOrderState;
  readonly openedAt: Instant;
  readonly arrivalWindow: { readonly start: Instant; readonly end: Instant } | null;
}

/**
 * An order as it is drawn everywhere: a bead per step, filled to where it is, the promised window a pale band
 * between leaving and arriving, now a thin line that turns vermilion when it passed the window too early.
 */
export function Thread({ order, named = false }: { order: Threaded; named?: boolean }) {
  const say = useUiWords();
  const said = useSaid(order);
  return (
    <div className={named ? styles.named : styles.thread} role="img" aria-label={said} title={said}>
      <Drawing order={order} size={named ? LARGE : SMALL} />
      {named && (
        <ol className={styles.names} aria-hidden="true">
          {JOURNEY_STEPS.map((step, index) => (
            <li
              key={step}
              data-reached={index <= reachedStep(order.state)}
              data-here={index === reachedStep(order.state)}
            >
              {say(`thread.${step}`)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Pixels: from bead to bead, the height, a bead's radius and that of the last filled one. */
interface ThreadSize {
  readonly gap: number;
  readonly height: number;
  readonly bead: number;
  readonly here: number;
}

const SMALL: ThreadSize = { gap: 16, height: 16, bead: 3, here: 4.5 };
const LARGE: ThreadSize = { gap: 96, height: 32, bead: 6, here: 9 };

function Drawing({ order, size }: { order: Threaded; size: ThreadSize }) {
  const { gap, height, bead, here } = size;
  const placeOf = (step: number) => gap * (step + 0.5);
  const middle = height / 2;
  const end = placeOf(JOURNEY_STEPS.length - 1);
  const now = useNow();
  const reached = reachedStep(order.state);
  const line = isOver(order.state) ? undefined : placeOfNow(now, order.openedAt, order.arrivalWindow);
  const late = line !== undefined && line > WINDOW_BAND.to && reached < WINDOW_BAND.to;
  return (
    <svg
      viewBox={`0 0 ${gap * JOURNEY_STEPS.length} ${height}`}
      data-tone={toneOf('workOrderState', order.state)}
      aria-hidden="true"
    >
      {order.arrivalWindow && (
        <rect className={styles.band} x={placeOf(WINDOW_BAND.from)} width={gap} height={height} rx="2" />
      )}
      <line className={styles.string} x1={placeOf(0)} x2={end} y1={middle} y2={middle} />
      <line className={styles.done} x1={placeOf(0)} x2={placeOf(reached)} y1={middle} y2={middle} />
      {JOURNEY_STEPS.map((step, index) => (
        <circle
          key={step}
          className={index <= reached ? styles.filled : styles.open}
          cx={placeOf(index)}
          cy={middle}
          r={index === reached ? here : bead}
        />
      ))}
      {line !== undefined && (
        <line
          className={late ? styles.late : styles.now}
          x1={placeOf(line)}
          x2={placeOf(line)}
          y1="0"
          y2={height}
        />
      )}
    </svg>
  );
}

/** Nobody waits any more: now says nothing about it. */
function isOver(state: WorkOrderState): boolean {
  return (
    reachedStep(state) >= JOURNEY_STEPS.indexOf('completed') ||
    state === 'cancelled' ||
    state === 'solved_remotely'
  );
}

function useSaid({ state, arrivalWindow }: Threaded): string {
  const say = useUiWords();
  const moments = useMoments();
  const values = {
    state: wordOf(say, 'workOrderState', state),
    step: reachedStep(state) + 1,
    steps: JOURNEY_STEPS.length,
  };
  if (arrivalWindow === null) return say('thread.said', values);
  const window = moments.window(arrivalWindow.start, arrivalWindow.end);
  return say('thread.saidWithWindow', { ...values, window });
}
