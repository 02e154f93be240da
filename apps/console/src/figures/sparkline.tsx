const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;

interface SparklineProps {
  /** Oldest first; null where there was nothing to count. */
  readonly values: readonly (number | null)[];
  /** What it shows, for who does not see it. */
  readonly name: string;
  /** Drawn as a line across. */
  readonly goal?: number | undefined;
}

/** A small plot of how a value went. */
export function Sparkline({ values, name, goal }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const all = goal === undefined ? known : [...known, goal];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const x = (index: number) => EDGE + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const points = values.flatMap((value, index) => (value === null ? [] : [[x(index), y(value)] as const]));
  const last = points.at(-1);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={name}>
      {goal !== undefined && (
        <line x1="0" x2={WIDTH} y1={y(goal)} y2={y(goal)} stroke="var(--ash)" strokeDasharray="2 3" />
      )}
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke="var(--tone, var(--indigo))"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--tone, var(--indigo))" />}
    </svg>
  );
}
