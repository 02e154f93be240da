import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';
import { QUEUE_FILTERS, type QueueFilter } from './board-search.ts';
import { filtered } from './queues.ts';
import { isSame, useSavedFilters } from './saved-filters.ts';

/** Narrows a queue by why its orders wait; a choice kept under a name comes back with one click. */
export function QueueFilters({ orders }: { orders: readonly WorkOrderView[] }) {
  const say = useWords();
  const { board, search, show } = useBoardDesk();
  const only = search.reasons ?? [];
  const choose = (next: readonly QueueFilter[]) => show({ reasons: next.length > 0 ? next : undefined });
  const toggle = (one: QueueFilter) =>
    choose(only.includes(one) ? only.filter((other) => other !== one) : [...only, one]);
  const counts = QUEUE_FILTERS.map((one) => ({ one, count: filtered(orders, [one], board.now).length }));
  const worthwhile = counts.filter(({ one, count }) => count > 0 || only.includes(one));
  return (
    <div className={styles.filters}>
      {worthwhile.map(({ one, count }) => (
        <button key={one} type="button" aria-pressed={only.includes(one)} onClick={() => toggle(one)}>
          {say(`dispatch.filter.${one}`)} <b>{count}</b>
        </button>
      ))}
      <Saved only={only} onChoose={choose} />
    </div>
  );
}

interface SavedProps {
  readonly only: readonly QueueFilter[];
  readonly onChoose: (only: readonly QueueFilter[]) => void;
}

function Saved({ only, onChoose }: SavedProps) {
  const say = useWords();
  const { saved, save, forget } = useSavedFilters();
  const known = saved.find((one) => isSame(one.only, only));
  return (
    <>
      {saved.map(({ name, only: kept }) => (
        <span key={name} className={styles.saved}>
          <button type="button" aria-pressed={known?.name === name} onClick={() => onChoose(kept)}>
            ★ {name}
          </button>
          {known?.name === name && (
            <button
              type="button"
              aria-label={say('dispatch.forgetFilter', { name })}
              onClick={() => forget(name)}
            >
              ✕
            </button>
          )}
        </span>
      ))}
      {only.length > 0 && !known && <SaveAs onSave={(name) => save({ name, only })} />}
    </>
  );
}

function SaveAs({ onSave }: { onSave: (name: string) => void }) {
  const say = useWords();
  const [name, setName] = useState('');
  const words = name.trim();
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') onSave(words);
      }}
    >
      <Input
        size="small"
        maxLength={20}
        aria-label={say('dispatch.filterName')}
        placeholder={say('dispatch.filterName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button
        size="small"
        htmlType="submit"
        disabled={words === ''}
        title={words === '' ? say('dispatch.nameFirst') : undefined}
      >
        {say('dispatch.saveFilter')}
      </Button>
    </form>
  );
}
