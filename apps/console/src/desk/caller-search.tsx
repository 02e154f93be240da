import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import { isTooShort, readCallerQuestion } from './caller-question.ts';
import styles from './desk.module.css';
import { type CallerHit, findCallers } from './find-callers.ts';

interface CallerSearchProps {
  readonly onFound: (customerId: string) => void;
  readonly onNew: () => void;
}

/** One box for phone, name and number; a single hit opens at once, more are walked with the arrow keys. */
export function CallerSearch({ onFound, onNew }: CallerSearchProps) {
  const say = useWords();
  const box = useRef<InputRef>(null);
  useSlashKey(() => box.current?.focus({ cursor: 'all' }));
  const [tooShort, setTooShort] = useState(false);
  const search = useMutation({
    mutationFn: async (typed: string) => {
      const question = readCallerQuestion(typed);
      const short = question !== undefined && isTooShort(question);
      setTooShort(short);
      return question && !short ? findCallers(question) : undefined;
    },
    onSuccess: (hits) => {
      const [only, another] = hits ?? [];
      if (only && !another) onFound(only.id);
    },
  });
  return (
    <section className={styles.panel} aria-label={say('desk.search')}>
      <Input.Search
        ref={box}
        autoFocus
        allowClear
        enterButton={say('desk.find')}
        loading={search.isPending}
        aria-label={say('desk.search')}
        placeholder={say('desk.search')}
        onSearch={(typed) => search.mutate(typed)}
      />
      {search.error && <ProblemNotice problem={search.error} />}
      {tooShort && <p className={styles.soft}>{say('desk.oneCharacter')}</p>}
      {search.data && <Hits hits={search.data} onFound={onFound} />}
      <Button block onClick={onNew}>
        {say('desk.newCaller')}
      </Button>
    </section>
  );
}

function Hits({ hits, onFound }: { hits: readonly CallerHit[]; onFound: (id: string) => void }) {
  const say = useWords();
  if (hits.length === 0) return <p className={styles.soft}>{say('desk.nobody')}</p>;
  return (
    <ul className={styles.hits} aria-label={say('desk.hits')}>
      {hits.map(({ id, name, phone, communities }) => (
        <li key={id}>
          <button type="button" onKeyDown={walkHits} onClick={() => onFound(id)}>
            <strong>{name}</strong> {phone}
            <small>{communities.join(' · ')}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function walkHits(event: KeyboardEvent<HTMLButtonElement>): void {
  const item = event.currentTarget.parentElement;
  const next = event.key === 'ArrowDown' ? item?.nextElementSibling : item?.previousElementSibling;
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  next?.querySelector('button')?.focus();
}

/** `/` leads back to the box from anywhere but a field. */
function useSlashKey(onSlash: () => void): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      onSlash();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}
