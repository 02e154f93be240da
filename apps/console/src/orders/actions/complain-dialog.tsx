import { api } from '@firstfix/client/api.ts';
import type { BodyOf } from '@firstfix/contract';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { openComplaint } from '@firstfix/contract/verdict/endpoints';
import { SEVERITIES } from '@firstfix/contract/verdict/schemas';
import { Form, Input, Modal, Radio } from 'antd';
import { useWords } from '../../words/words.ts';
import { Refusal } from './refusal.tsx';
import { useOrderCommand } from './use-order-command.ts';

/** Takes the customer's complaint: answered within two working hours, judged before anybody is penalised. */
export function ComplainDialog({ order, onClose }: { order: WorkOrderView; onClose: () => void }) {
  const say = useWords();
  const [form] = Form.useForm<BodyOf<typeof openComplaint>>();
  const complain = useOrderCommand(
    (body: BodyOf<typeof openComplaint>) => api.call(openComplaint, { params: { id: order.id }, body }),
    say('orderActions.complained'),
    onClose,
  );
  return (
    <Modal
      open
      title={say('orderActions.complaintOf', { number: order.number })}
      okText={say('orderActions.complain')}
      confirmLoading={complain.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ severity: 'normal' }}
        onFinish={complain.mutate}
      >
        <Form.Item name="severity" label={say('orderActions.severityLabel')}>
          <Radio.Group
            options={SEVERITIES.map((severity) => ({
              value: severity,
              label: say(`orderActions.severity.${severity}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="words"
          label={say('orderActions.complaintWords')}
          rules={[{ required: true, whitespace: true, message: say('orderActions.needed') }]}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Refusal error={complain.error} />
      </Form>
    </Modal>
  );
}
