import { api } from '@firstfix/client/api.ts';
import { answerComplaint } from '@firstfix/contract/verdict/endpoints';
import type { ComplaintView } from '@firstfix/contract/verdict/schemas';
import { Button, Form, Input } from 'antd';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useOrderCommand } from '../orders/actions/use-order-command.ts';
import { useWords } from '../words/words.ts';

/** The first answer to the customer, within two working hours. */
export function ComplaintAnswer({ complaint }: { complaint: ComplaintView }) {
  const say = useWords();
  const { role } = useSession();
  const answer = useOrderCommand(
    (body: { words: string }) =>
      api.call(answerComplaint, { params: { id: complaint.id }, body, ifMatch: complaint.version }),
    say('calls.noted'),
  );
  if (complaint.answeredAt !== null || complaint.closedAt !== null || !mayCall(answerComplaint, role))
    return null;
  return (
    <Form layout="vertical" requiredMark={false} onFinish={answer.mutate}>
      <Form.Item
        name="words"
        label={say('calls.answerWords')}
        rules={[{ required: true, whitespace: true, message: say('calls.needed') }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Refusal error={answer.error} />
      <Button type="primary" htmlType="submit" loading={answer.isPending}>
        {say('calls.giveAnswer')}
      </Button>
    </Form>
  );
}
