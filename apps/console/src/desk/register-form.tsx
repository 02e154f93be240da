import { ask } from '@firstfix/client/api.ts';
import { listAppliances } from '@firstfix/contract/appliances/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect } from 'react';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import { useRegistration } from './use-registration.ts';
import { newRequestOf, type WantedWork } from './wanted-work.ts';
import { submitOnCtrlEnter, WantedWorkFields } from './wanted-work-fields.tsx';

interface RegisterFormProps {
  readonly caller: { readonly customerId: string; readonly householdId: string };
  /** Chosen on the caller's card. */
  readonly applianceId: string | undefined;
  readonly onRegistered: (request: ServiceRequestView) => void;
}

/** What a known caller wants, in their words; triage answers at once. */
export function RegisterForm({ caller, applianceId, onRegistered }: RegisterFormProps) {
  const say = useWords();
  const [form] = Form.useForm<WantedWork>();
  const { householdId } = caller;
  const appliances = useQuery(ask(listAppliances, { query: { householdId, limit: 50 } }));
  const registration = useRegistration(onRegistered);
  useEffect(() => {
    if (applianceId) form.setFieldValue('thing', applianceId);
  }, [applianceId, form]);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ workType: 'repair' }}
      onFinish={(wanted) => registration.mutate(newRequestOf(wanted, caller))}
      onKeyDown={(event) => submitOnCtrlEnter(event, form)}
    >
      <Refusal error={registration.error} />
      <WantedWorkFields appliances={appliances.data?.items ?? []} />
      <Button type="primary" htmlType="submit" loading={registration.isPending} title={say('desk.submitKey')}>
        {say('desk.submit')}
      </Button>
    </Form>
  );
}
