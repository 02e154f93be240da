import { api } from '@firstfix/client/api.ts';
import { solveRequestRemotely } from '@firstfix/contract/requests/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { legalRequestStates } from '@firstfix/contract/requests/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';

/** Advice that may be enough: the caller is called back in 30 minutes, and the order waits for that. */
export function RemoteSolution({ request }: { request: ServiceRequestView }) {
  const say = useWords();
  const queries = useQueryClient();
  const { role } = useSession();
  const [advice, setAdvice] = useState('');
  const solve = useMutation({
    mutationFn: () =>
      api.call(solveRequestRemotely, {
        params: { id: request.id },
        body: { advice: advice.trim() },
        ifMatch: request.version,
      }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (request.state === 'awaiting_call_back')
    return <Alert type="info" title={say('desk.callBackPlanned')} />;
  if (!legalRequestStates('solveRemotely').includes(request.state)) return null;
  if (!mayCall(solveRequestRemotely, role)) return null;
  return (
    <details className={styles.remote}>
      <summary>{say('desk.remote')}</summary>
      <Input.TextArea
        aria-label={say('desk.advice')}
        placeholder={say('desk.advice')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={advice}
        onChange={({ target }) => setAdvice(target.value)}
      />
      <Refusal error={solve.error} />
      <Button disabled={advice.trim() === ''} loading={solve.isPending} onClick={() => solve.mutate()}>
        {say('desk.solveRemotely')}
      </Button>
    </details>
  );
}
