import { useNow } from './business-time.tsx';
import styles from './clock-chip.module.css';
import { useUiWords } from './language.ts';
import { useMoments } from './moment.ts';

/** Speeds a demo's business time may have. */
export const CLOCK_FACTORS = [0, 1, 10, 60] as const;
export type ClockFactor = (typeof CLOCK_FACTORS)[number];

interface ClockChipProps {
  readonly factor: number;
  /** Absent for those who may only look. */
  readonly onFactor?: (factor: ClockFactor) => void;
}

/** Business time and how fast it runs; whoever may, changes it. */
export function ClockChip({ factor, onFactor }: ClockChipProps) {
  const say = useUiWords();
  const moments = useMoments();
  const now = useNow();
  return (
    <div className={styles.chip}>
      <time title={say('clock.label')}>{moments.moment(now)}</time>
      {onFactor && (
        <fieldset aria-label={say('clock.label')}>
          {CLOCK_FACTORS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === factor}
              aria-label={one === 0 ? say('clock.pause') : say('clock.speed', { factor: one })}
              onClick={() => onFactor(one)}
            >
              {one === 0 ? '❚❚' : `${one}×`}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
