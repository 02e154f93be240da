import { api } from '@firstfix/client/api.ts';
import type { BodyOf } from '@firstfix/contract';
import { judgeComplaint } from '@firstfix/contract/verdict/endpoints';
import { type ComplaintView, LIABLE_PARTIES } from '@firstfix/contract/verdict/schemas';
import { Button, Form, Input, Select } from 'antd';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useOrderCommand } from '../orders/actions/use-order-command.ts';
import { useWords } from '../words/words.ts';

type Judgement = BodyOf<typeof judgeComplaint>;

/** Who answers for the cause; quality decides, before anybody is penalised. */
export function ComplaintJudgement({ complaint }: { complaint: ComplaintView }) {
  const say = useWords();
  const { role } = useSession();
  const judge = useOrderCommand(
    (body: Judgement) =>
      api.call(judgeComplaint, { params: { id: complaint.id }, body, ifMatch: complaint.version }),
    say('calls.noted'),
  );
  if (complaint.judgedAt !== null || complaint.closedAt !== null || !mayCall(judgeComplaint, role))
    return null;
  const rules = [{ required: true, message: say('calls.needed') }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={judge.mutate}>
      <Form.Item name="liable" label={say('calls.liableParty')} rules={rules}>
        <Select options={LIABLE_PARTIES.map((value) => ({ value, label: say(`calls.liable.${value}`) }))} />
      </Form.Item>
      <Form.Item name="words" label={say('calls.grounds')} rules={rules}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Refusal error={judge.error} />
      <Button htmlType="submit" loading={judge.isPending}>
        {say('calls.judge')}
      </Button>
    </Form>
  );
}
