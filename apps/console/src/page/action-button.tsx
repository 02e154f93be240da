import { Button, Tooltip } from 'antd';
import { type ReactNode, useId } from 'react';
import styles from './action-button.module.css';

interface ActionButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly size?: 'small' | 'middle';
  readonly loading?: boolean;
  readonly danger?: boolean;
  /** Why it can't be pressed now. */
  readonly reason?: string | undefined;
}

/**
 * A button that, when it can't be pressed, stays reachable and says why: under the mouse, with the focus, at a touch,
 * and to screen readers.
 */
export function ActionButton({
  children,
  onClick,
  size = 'small',
  loading,
  danger,
  reason,
}: ActionButtonProps) {
  const id = useId();
  if (reason === undefined) {
    return (
      <Button size={size} danger={danger} loading={loading} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip title={reason} trigger={['hover', 'focus', 'click']}>
      <Button size={size} className={styles.off} aria-disabled="true" aria-describedby={id}>
        {children}
      </Button>
      <span id={id} className={styles.unseen}>
        {reason}
      </span>
    </Tooltip>
  );
}
