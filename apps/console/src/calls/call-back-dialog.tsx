import { api } from '@firstfix/client/api.ts';
import { callBack } from '@firstfix/contract/requests/endpoints';
import { Button } from 'antd';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useOrderCommand } from '../orders/actions/use-order-command.ts';
import { useWords } from '../words/words.ts';
import type { CallBack } from './call-back.ts';
import { CallFrame } from './call-frame.tsx';
import styles from './calls.module.css';

/** Did the advice help? Yes closes the request, no brings the visit back. */
export function CallBackDialog({ callBack: due, onClose }: { callBack: CallBack; onClose: () => void }) {
  const say = useWords();
  const { role } = useSession();
  const call = useOrderCommand(
    (solved: boolean) => api.call(callBack, { params: { id: due.requestId }, body: { solved } }),
    say('calls.noted'),
    onClose,
  );
  const disabled = !mayCall(callBack, role);
  return (
    <CallFrame
      title={say('calls.callBackOf', { number: due.number })}
      customerId={due.customerId}
      purpose="follow_up"
      onClose={onClose}
    >
      <p>{say('calls.advice')}</p>
      <p className={styles.quote}>{due.advice}</p>
      <p>{say('calls.didItHelp')}</p>
      <Refusal error={call.error} />
      <div className={styles.outcomes}>
        <Button type="primary" disabled={disabled} loading={call.isPending} onClick={() => call.mutate(true)}>
          {say('calls.solved')}
        </Button>
        <Button disabled={disabled} loading={call.isPending} onClick={() => call.mutate(false)}>
          {say('calls.notSolved')}
        </Button>
        {disabled && <span>{say('calls.agentsOnly')}</span>}
      </div>
    </CallFrame>
  );
}
