import { Button, Form, Input } from 'antd';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';
import { type GivenAddress, NewAddressFields } from './new-address-fields.tsx';
import { useRegistration } from './use-registration.ts';
import { newRequestOf, type WantedWork } from './wanted-work.ts';
import { submitOnCtrlEnter, WantedWorkFields } from './wanted-work-fields.tsx';

interface NewCallerFormProps {
  readonly onRegistered: (customerId: string, requestId: string) => void;
}

interface NewCaller extends WantedWork, GivenAddress {
  readonly name: string;
  readonly phone: string;
}

/** Somebody new: who, where and what in one go. A phone that is known finds its customer again. */
export function NewCallerForm({ onRegistered }: NewCallerFormProps) {
  const say = useWords();
  const [form] = Form.useForm<NewCaller>();
  const rules = [{ required: true, message: say('desk.needed') }];
  const registration = useRegistration(({ customerId, id }) => onRegistered(customerId, id));
  const register = ({ name, phone, text, districtCode, community, door, lat, lng, ...wanted }: NewCaller) => {
    const address = { text, districtCode, community, door, point: { lat: Number(lat), lng: Number(lng) } };
    registration.mutate(newRequestOf(wanted, { name, phone, address }));
  };
  return (
    <section className={styles.panel} aria-label={say('desk.newCaller')}>
      <h2>{say('desk.newCaller')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ workType: 'repair' }}
        onFinish={register}
        onKeyDown={(event) => submitOnCtrlEnter(event, form)}
      >
        <Refusal error={registration.error} />
        <div className={styles.pair}>
          <Form.Item name="name" label={say('desk.name')} rules={[{ ...rules[0], whitespace: true }]}>
            <Input autoFocus maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={say('desk.phone')} rules={rules}>
            <Input inputMode="tel" maxLength={40} autoComplete="off" />
          </Form.Item>
        </div>
        <NewAddressFields form={form} />
        <WantedWorkFields appliances={[]} />
        <Button
          type="primary"
          htmlType="submit"
          loading={registration.isPending}
          title={say('desk.submitKey')}
        >
          {say('desk.submit')}
        </Button>
      </Form>
    </section>
  );
}
