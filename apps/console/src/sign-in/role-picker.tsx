import type { DemoView } from '@firstfix/contract/identity/schemas';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Button } from 'antd';
import { useWords } from '../words/words.ts';
import styles from './sign-in-page.module.css';

type Account = DemoView['accounts'][number];

/** One button for each role of a demo; engineers and customers have apps of their own. */
export function RolePicker({
  accounts,
  onPick,
}: {
  accounts: readonly Account[];
  onPick: (account: Pick<Account, 'userName' | 'password'>) => void;
}) {
  const say = useWords();
  const ui = useUiWords();
  return (
    <section className={styles.roles} aria-label={say('signIn.demoTitle')}>
      <h2>{say('signIn.demoTitle')}</h2>
      <div>
        {accounts.map(({ userName, password, role }) => (
          <Button key={userName} onClick={() => onPick({ userName, password })}>
            {ui(`role.${role}`)}
          </Button>
        ))}
        <Button href="/engineer">{ui('role.engineer')}</Button>
        <Button href="/home">{ui('role.customer')}</Button>
      </div>
      <p>{say('signIn.phones')}</p>
    </section>
  );
}
