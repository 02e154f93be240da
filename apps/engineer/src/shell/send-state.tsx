import { Button } from '@firstfix/ui/button.tsx';
import { dismissRefusals, useOutbox } from '../connection/outbox.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './send-state.module.css';

/** What the phone could not send yet, and what was refused when it was sent later. Nothing when all is well. */
export function SendState() {
  const say = useWords();
  const { waiting, refused } = useOutbox();
  return (
    <>
      {waiting.length > 0 && (
        <p className={styles.waiting} role="status">
          {say('shell.waiting', { count: waiting.length })}
        </p>
      )}
      {refused.map(({ command, problem }) => (
        <Refusal key={command.commandId} problem={problem} />
      ))}
      {refused.length > 0 && <Button onClick={dismissRefusals}>{say('shell.understood')}</Button>}
    </>
  );
}
