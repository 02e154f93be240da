import type { MouseEvent } from 'react';

/** Whether a press meant the row, not something in it that answers by itself. */
export function isForRow({ target }: MouseEvent): boolean {
  return !(target instanceof Element && target.closest('a, button, input, label, select') !== null);
}
