import type { Endpoint } from '@firstfix/contract';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { mayCall, useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import { ActionButton } from './action-button.tsx';
import { type ActionField, ActionInput } from './action-input.tsx';

interface ActionDialogProps<V extends object> {
  /** What is done: on the button, above the form and on the button that does it. */
  readonly title: string;
  /** Whether this role may do it at all. */
  readonly endpoint: Endpoint;
  /** Why it can't be done to this thing now. */
  readonly disabledReason?: string | undefined;
  readonly fields: readonly ActionField<V>[];
  readonly start?: Partial<V>;
  readonly send: (values: V) => Promise<unknown>;
  /** Questions whose answers it changes. */
  readonly changes: readonly Endpoint[];
  readonly danger?: boolean;
}

/** A button that opens a small form and sends it; refusals stand in the form. */
export function ActionDialog<V extends object>(props: ActionDialogProps<V>) {
  const { title, endpoint, danger = false } = props;
  const say = useWords();
  const { role } = useSession();
  const [open, setOpen] = useState(false);
  const reason = mayCall(endpoint, role) ? props.disabledReason : say('page.notYours');
  return (
    <>
      <ActionButton size="middle" reason={reason} danger={danger} onClick={() => setOpen(true)}>
        {title}
      </ActionButton>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function Dialog<V extends object>(props: ActionDialogProps<V> & { onClose: () => void }) {
  const { title, fields, start, send, changes, danger = false, onClose } = props;
  const say = useWords();
  const queries = useQueryClient();
  const [form] = Form.useForm<V>();
  const action = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      onClose();
      await Promise.all(changes.map(({ id }) => queries.invalidateQueries({ queryKey: [id] })));
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={say('page.cancel')}
      okButtonProps={{ danger, loading: action.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<V>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...start }}
        onFinish={(values) => action.mutate(values)}
      >
        {fields.map((field) => (
          <Form.Item
            key={field.name}
            name={String(field.name)}
            label={field.label}
            extra={field.hint}
            rules={[{ required: field.needed ?? true, message: say('page.needed') }]}
          >
            <ActionInput field={field} />
          </Form.Item>
        ))}
      </Form>
      {action.error && <ProblemNotice problem={action.error} />}
    </Modal>
  );
}
