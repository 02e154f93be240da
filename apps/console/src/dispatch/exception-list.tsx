import { api } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listExceptions, resolveException } from '@firstfix/contract/dispatch/endpoints';
import { ROLES } from '@firstfix/contract/roles';
import { parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';

type Exception = ResponseOf<typeof listExceptions>['items'][number];

interface ExceptionListProps {
  readonly exceptions: readonly Exception[] | undefined;
  readonly problem: Error | null;
}

/** What somebody must look at, oldest first; gone when they say what was done. */
export function ExceptionList({ exceptions, problem }: ExceptionListProps) {
  const say = useWords();
  if (problem) return <ProblemNotice problem={problem} />;
  if (!exceptions) return <Loading />;
  if (exceptions.length === 0) return <Empty>{say('dispatch.noExceptions')}</Empty>;
  return (
    <ul className={styles.cards}>
      {exceptions.map((exception) => (
        <li key={exception.id} className={styles.exception}>
          <ExceptionCard exception={exception} />
        </li>
      ))}
    </ul>
  );
}

function ExceptionCard({ exception }: { exception: Exception }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const now = useNow();
  const { board } = useBoardDesk();
  const number = board.orders.find(({ id }) => id === exception.subjectId)?.number;
  const owner = useOwnerName(exception.owner);
  const age = moments.length(Math.max(0, now - parseInstant(exception.openedAt)));
  return (
    <>
      <span className={styles.line}>
        <strong>{sayCode('dispatch.exception', exception.kind)}</strong>
        <span>{say('dispatch.openFor', { time: age })}</span>
      </span>
      <span className={styles.line}>
        <span>{say('dispatch.owner', { owner })}</span>
        {exception.subjectType === 'work-order' && (
          <Link to="/dispatch" search={(before) => ({ ...before, order: exception.subjectId })}>
            {number ?? say('dispatch.lookAt')}
          </Link>
        )}
      </span>
      <Resolution id={exception.id} />
    </>
  );
}

/** `role:dispatcher` by the role's word; a person stays the code that names them. */
function useOwnerName(owner: string): string {
  const ui = useUiWords();
  const role = ROLES.find((one) => owner === `role:${one}`);
  return role ? ui(`role.${role}`) : owner;
}

function Resolution({ id }: { id: string }) {
  const say = useWords();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const resolve = useMutation({
    mutationFn: () => api.call(resolveException, { params: { id }, body: { resolution: words.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [listExceptions.id] }),
  });
  const nothingSaid = words.trim() === '';
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothingSaid) resolve.mutate();
      }}
    >
      <Input
        size="small"
        maxLength={500}
        aria-label={say('dispatch.whatWasDone')}
        placeholder={say('dispatch.whatWasDone')}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <Button
        size="small"
        htmlType="submit"
        disabled={nothingSaid}
        loading={resolve.isPending}
        title={nothingSaid ? say('dispatch.sayFirst') : undefined}
      >
        {say('dispatch.resolve')}
      </Button>
      {resolve.error && <ProblemNotice problem={resolve.error} />}
    </form>
  );
}
