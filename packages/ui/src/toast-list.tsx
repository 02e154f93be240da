import { useEffect, useState } from 'react';
import { useUiWords } from './language.ts';
import styles from './toast-list.module.css';
import { forget, type Toast, useToasts } from './toasts.ts';

const STANDS_MS = 6_000;
/** Time enough to read, decide and find the button. */
const STANDS_WITH_UNDO_MS = 10_000;

/** The place where `tell` is heard; once in an app. */
export function ToastList() {
  const toasts = useToasts();
  return (
    <div className={styles.list} role="status">
      {toasts.map((toast) => (
        <ToastBar key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastBar({ toast }: { toast: Toast }) {
  const say = useUiWords();
  const { id, text, tone, undo } = toast;
  const hold = useLeaving(toast);
  return (
    <div className={styles.toast} data-tone={tone} {...hold}>
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            forget(id);
            undo();
          }}
        >
          {say('toast.undo')}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={say('place.close')}
        onClick={() => forget(id)}
      >
        ✕
      </button>
    </div>
  );
}

/** It goes by itself, but not from under somebody's mouse or fingers. */
function useLeaving({ id, undo }: Toast) {
  const [held, setHeld] = useState(false);
  const stands = undo ? STANDS_WITH_UNDO_MS : STANDS_MS;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => forget(id), stands);
    return () => clearTimeout(timer);
  }, [held, id, stands]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return { onMouseEnter: hold, onMouseLeave: release, onFocus: hold, onBlur: release };
}
