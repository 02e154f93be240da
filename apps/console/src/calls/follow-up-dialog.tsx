import { api } from '@firstfix/client/api.ts';
import type { BodyOf } from '@firstfix/contract';
import { answerFollowUp } from '@firstfix/contract/verdict/endpoints';
import { FOLLOW_UP_ANSWERS, type FollowUpView } from '@firstfix/contract/verdict/schemas';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useOrderCommand } from '../orders/actions/use-order-command.ts';
import { useWords } from '../words/words.ts';
import { CallFrame } from './call-frame.tsx';
import styles from './calls.module.css';
import { OrderCell } from './row-cells.tsx';

type Answer = BodyOf<typeof answerFollowUp>;

/** What the customer says of the work: well, to be redone, or the report is incomplete. */
export function FollowUpDialog({ followUp, onClose }: { followUp: FollowUpView; onClose: () => void }) {
  const say = useWords();
  const { role } = useSession();
  const answer = useOrderCommand(
    (body: Answer) => api.call(answerFollowUp, { params: { id: followUp.workOrderId }, body }),
    say('calls.noted'),
    onClose,
  );
  const disabled = !mayCall(answerFollowUp, role);
  return (
    <CallFrame
      title={say('calls.followUp')}
      customerId={followUp.customerId}
      purpose="follow_up"
      onClose={onClose}
    >
      <p>
        <OrderCell id={followUp.workOrderId} />
      </p>
      <Form layout="vertical" requiredMark={false} disabled={disabled} onFinish={answer.mutate}>
        <Form.Item
          name="answer"
          label={say('calls.whatTheySay')}
          rules={[{ required: true, message: say('calls.needed') }]}
        >
          <Radio.Group
            vertical
            options={FOLLOW_UP_ANSWERS.map((value) => ({ value, label: say(`calls.answer.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="ratingAsked" valuePropName="checked">
          <Checkbox>{say('calls.ratingAsked')}</Checkbox>
        </Form.Item>
        <Form.Item name="note" label={say('calls.note')}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Refusal error={answer.error} />
        <div className={styles.outcomes}>
          <Button type="primary" htmlType="submit" loading={answer.isPending}>
            {say('calls.save')}
          </Button>
          {disabled && <span>{say('calls.agentsOnly')}</span>}
        </div>
      </Form>
    </CallFrame>
  );
}
