import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './confirm.module.css';
import { useUiWords } from './language.ts';
import { Modal } from './modal.tsx';

interface ConfirmProps {
  /** The question: `Cancel the order 2026-001?` */
  readonly question: string;
  /** What will follow from it. */
  readonly children?: ReactNode;
  /** The verb on the button, never "OK". */
  readonly verb: string;
  /** It can't be taken back: the button says so by its colour. */
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that an undo can't repair; whatever can be undone is done at once and told by a toast. */
export function Confirm({ question, children, verb, danger, busy, onConfirm, onClose }: ConfirmProps) {
  const say = useUiWords();
  return (
    <Modal name={question} shape="dialog" onClose={onClose}>
      <div className={styles.question}>
        <h2>{question}</h2>
        {children && <div className={styles.consequence}>{children}</div>}
        <div className={styles.answers}>
          <Button compact autoFocus onClick={onClose}>
            {say('confirm.no')}
          </Button>
          <Button compact primary={!danger} danger={danger} disabled={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
