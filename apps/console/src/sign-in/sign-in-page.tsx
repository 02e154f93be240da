import { api, ask } from '@firstfix/client/api.ts';
import { sessionQuery } from '@firstfix/client/session.ts';
import type { BodyOf } from '@firstfix/contract';
import { getDemo, signIn } from '@firstfix/contract/identity/endpoints';
import { LanguageSwitch, ThemeSwitch } from '@firstfix/ui/chrome-switches.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import { RolePicker } from './role-picker.tsx';
import styles from './sign-in-page.module.css';

const route = getRouteApi('/sign-in');

type Credentials = BodyOf<typeof signIn>;

/** Staff sign in by name and password; in a demo by picking a role. */
export function SignInPage() {
  const say = useWords();
  const entry = useEntry();
  const { data: demo } = useQuery(ask(getDemo));
  return (
    <main className={styles.page}>
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className={styles.card}>
        <h1>{say('signIn.title')}</h1>
        <p>{say('signIn.subtitle')}</p>
        <Refusal error={entry.error} />
        <CredentialsForm busy={entry.isPending} onDone={entry.mutate} />
        {demo?.demo && <RolePicker accounts={demo.accounts} onPick={entry.mutate} />}
      </div>
    </main>
  );
}

function useEntry() {
  const queries = useQueryClient();
  const router = useRouter();
  const { back } = route.useSearch();
  return useMutation({
    mutationFn: (body: Credentials) => api.call(signIn, { body }),
    onSuccess: async ({ session }) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      if (back === undefined) await router.navigate({ to: '/' });
      else router.history.push(back);
    },
  });
}

function CredentialsForm({ busy, onDone }: { busy: boolean; onDone: (given: Credentials) => void }) {
  const say = useWords();
  const rules = [{ required: true, message: say('signIn.needed') }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={onDone}>
      <Form.Item name="userName" label={say('signIn.userName')} rules={rules}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={say('signIn.password')} rules={rules}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {say('signIn.submit')}
      </Button>
    </Form>
  );
}
