import { api } from '@firstfix/client/api.ts';
import { cancelWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { CANCEL_REASONS, type CancelReason } from '@firstfix/contract/orders/states';
import { Form, Input, Modal, Select } from 'antd';
import { useWords } from '../../words/words.ts';
import { Refusal } from './refusal.tsx';
import { useOrderCommand } from './use-order-command.ts';

interface Cancellation {
  readonly reason: CancelReason;
  readonly note?: string;
}

/** Cancels an order, with the reason it ends for. */
export function CancelDialog({ order, onClose }: { order: WorkOrderView; onClose: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<Cancellation>();
  const cancel = useOrderCommand(
    (body: Cancellation) =>
      api.call(cancelWorkOrder, { params: { id: order.id }, body, ifMatch: order.version }),
    say('orderActions.cancelled'),
    onClose,
  );
  return (
    <Modal
      open
      title={say('orderActions.cancelOf', { number: order.number })}
      okText={say('orderActions.cancel')}
      okButtonProps={{ danger: true }}
      confirmLoading={cancel.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={cancel.mutate}>
        <Form.Item
          name="reason"
          label={say('orderActions.reason')}
          rules={[{ required: true, message: say('orderActions.needed') }]}
        >
          <Select
            options={CANCEL_REASONS.map((reason) => ({
              value: reason,
              label: say(`orderActions.cancelReason.${reason}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={say('orderActions.note')}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Refusal error={cancel.error} />
      </Form>
    </Modal>
  );
}
