import type { Slot } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { type KeyboardEvent, useRef } from 'react';
import { useWords } from '../words/words.ts';
import { daysOfSlots } from './days-of-slots.ts';
import styles from './slots.module.css';

interface SlotGridProps {
  readonly slots: readonly Slot[];
  readonly chosen: string | undefined;
  readonly busy: boolean;
  readonly onChoose: (slot: Slot) => void;
}

/** A column of windows for each day; arrow keys go from window to window, Enter holds one. */
export function SlotGrid({ slots, chosen, busy, onChoose }: SlotGridProps) {
  const moments = useMoments();
  const grid = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside
    <div ref={grid} className={styles.grid} onKeyDown={(event) => walk(event, grid.current)}>
      {daysOfSlots(slots).map(({ date, at, slots: ofDay }) => (
        <section key={date} aria-label={moments.day(at)}>
          <h4>{moments.day(at)}</h4>
          {ofDay.map((slot) => (
            <SlotButton
              key={slot.start}
              slot={slot}
              pressed={slot.start === chosen}
              disabled={busy}
              onChoose={() => onChoose(slot)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface SlotButtonProps {
  readonly slot: Slot;
  readonly pressed: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function SlotButton({ slot, pressed, disabled, onChoose }: SlotButtonProps) {
  const say = useWords();
  const moments = useMoments();
  const { start, end, fit } = slot;
  return (
    <button
      type="button"
      className={styles.slot}
      data-fit={fit}
      aria-pressed={pressed}
      disabled={disabled || fit === 'full'}
      onClick={onChoose}
    >
      <span>
        {moments.clock(parseInstant(start))}–{moments.clock(parseInstant(end))}
      </span>
      <small>{say(`slots.${fit}`)}</small>
    </button>
  );
}

const COLUMN_STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const ROW_STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down in a day, left and right to the same place of the next day. */
function walk(event: KeyboardEvent, grid: HTMLElement | null): void {
  const here = document.activeElement;
  if (grid === null || !(here instanceof HTMLButtonElement)) return;
  if (!(event.key in COLUMN_STEPS || event.key in ROW_STEPS)) return;
  const columns = [...grid.children].map((day) => [
    ...day.querySelectorAll<HTMLButtonElement>('button:not(:disabled)'),
  ]);
  const column = columns.findIndex((buttons) => buttons.includes(here));
  const row = columns[column]?.indexOf(here) ?? 0;
  const open = columns.filter((buttons, at) => buttons.length > 0 || at === column);
  const next = open[clamp(open.indexOf(columns[column] ?? []) + (COLUMN_STEPS[event.key] ?? 0), open.length)];
  event.preventDefault();
  next?.[clamp(row + (ROW_STEPS[event.key] ?? 0), next.length)]?.focus();
}

function clamp(at: number, length: number): number {
  return Math.min(length - 1, Math.max(0, at));
}
