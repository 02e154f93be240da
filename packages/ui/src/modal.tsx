import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './modal.module.css';

interface ModalProps {
  /** Says what it is to those who don't see it. */
  readonly name: string;
  readonly shape: 'drawer' | 'startDrawer' | 'dialog' | 'palette';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What lies over the screen until it is dealt with: the browser's own dialog, so the rest can't be reached meanwhile
 * and the focus goes back afterwards. Escape or a press beside it closes.
 */
export function Modal({ name, shape, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onPress = ({ target }: MouseEvent) => target === element && close.current();
    element.addEventListener('cancel', onCancel);
    element.addEventListener('mousedown', onPress);
    element.showModal();
    return () => {
      element.removeEventListener('cancel', onCancel);
      element.removeEventListener('mousedown', onPress);
      element.close();
    };
  }, []);
  return (
    <dialog ref={dialog} className={styles[shape]} aria-label={name}>
      <div className={styles.inside}>{children}</div>
    </dialog>
  );
}
