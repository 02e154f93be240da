import { api } from '@firstfix/client/api.ts';
import { unassignWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { UNASSIGN_REASONS, type UnassignReason } from '@firstfix/contract/orders/states';
import { Form, Input, Modal, Select } from 'antd';
import { useWords } from '../../words/words.ts';
import { Refusal } from './refusal.tsx';
import { useOrderCommand } from './use-order-command.ts';

interface TakingBack {
  readonly reason: UnassignReason;
  readonly note?: string;
}

/** Takes an order back from its engineer, with the reason the engineer reads. */
export function UnassignDialog({ order, onClose }: { order: WorkOrderView; onClose: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<TakingBack>();
  const takeBack = useOrderCommand(
    (body: TakingBack) =>
      api.call(unassignWorkOrder, { params: { id: order.id }, body, ifMatch: order.version }),
    say('orderActions.unassigned'),
    onClose,
  );
  return (
    <Modal
      open
      title={say('orderActions.unassignOf', { number: order.number })}
      okText={say('orderActions.unassign')}
      confirmLoading={takeBack.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={takeBack.mutate}>
        <Form.Item
          name="reason"
          label={say('orderActions.reason')}
          rules={[{ required: true, message: say('orderActions.needed') }]}
        >
          <Select
            options={UNASSIGN_REASONS.map((reason) => ({
              value: reason,
              label: say(`orderActions.unassignReason.${reason}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say('orderActions.note')}>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <p>{say('orderActions.unassignMeans')}</p>
        <Refusal error={takeBack.error} />
      </Form>
    </Modal>
  );
}
