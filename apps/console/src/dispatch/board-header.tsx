import type { TerritoryView } from '@firstfix/contract/network/schemas';
import { addDays } from '@firstfix/kernel/zone';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useWords } from '../words/words.ts';
import styles from './board.module.css';
import { figuresOf } from './board-rows.ts';
import type { BoardSearch, Shown } from './board-search.ts';
import { unassigned, unscheduled } from './queues.ts';
import type { Board } from './use-board.ts';

const route = getRouteApi('/inside/dispatch');

interface BoardHeaderProps {
  readonly territories: readonly TerritoryView[];
  readonly territoryId: string;
  readonly date: string;
  readonly board: Board | undefined;
}

/** Which day of which territory, and how it goes. */
export function BoardHeader({ territories, territoryId, date, board }: BoardHeaderProps) {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  /** Another day or place: nothing chosen before is on it. */
  const turnTo = (to: Pick<BoardSearch, 'territory' | 'date'>) =>
    navigate({
      to: '/dispatch',
      search: { territory: territoryId, date, queue: search.queue, map: search.map, ...to },
    });
  return (
    <header className={styles.header}>
      <h1>{say('dispatch.title')}</h1>
      <Select
        aria-label={say('dispatch.territory')}
        className={styles.territory}
        value={territoryId}
        onChange={(territory: string) => turnTo({ territory })}
        options={territories.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div className={styles.days}>
        <Button aria-label={say('dispatch.dayBefore')} onClick={() => turnTo({ date: addDays(date, -1) })}>
          ‹
        </Button>
        <input
          type="date"
          aria-label={say('dispatch.date')}
          value={date}
          onChange={({ target }) => target.value && turnTo({ date: target.value })}
        />
        <Button aria-label={say('dispatch.dayAfter')} onClick={() => turnTo({ date: addDays(date, 1) })}>
          ›
        </Button>
        {search.date && <Button onClick={() => turnTo({ date: undefined })}>{say('dispatch.today')}</Button>}
      </div>
      {board && <Figures board={board} />}
    </header>
  );
}

function Figures({ board }: { board: Board }) {
  const say = useWords();
  const { working, active, idle, risk } = figuresOf(board.rows, board.now);
  const waiting = unassigned(board.orders, board.date).length + unscheduled(board.orders).length;
  return (
    <div className={styles.figures}>
      <Figure name={say('dispatch.working')} value={working} />
      <Figure name={say('dispatch.waiting')} value={waiting} />
      <Chip shown="active" value={active} />
      <Chip shown="idle" value={idle} />
      <Chip shown="risk" value={risk} tone={risk > 0 ? 'vermilion' : 'ink'} />
    </div>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <span>
      <b>{value}</b> {name}
    </span>
  );
}

/** A figure that shows only its engineers when pressed. */
function Chip({ shown, value, tone = 'ink' }: { shown: Shown; value: number; tone?: Tone }) {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const pressed = search.shown === shown;
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone={tone}
      aria-pressed={pressed}
      title={say('dispatch.showOnly')}
      onClick={() => navigate({ to: '/dispatch', search: { ...search, shown: pressed ? undefined : shown } })}
    >
      <b>{value}</b> {say(`dispatch.shown.${shown}`)}
    </button>
  );
}
