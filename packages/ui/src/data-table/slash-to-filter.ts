import { type RefObject, useEffect } from 'react';

/** `/` leads to the first filter, unless somebody is writing, or something lies over the list. */
export function useSlashToFilter(filters: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isWriting(event.target) || document.querySelector('dialog[open]')) return;
      const first = filters.current?.querySelector<HTMLElement>('input, select, button');
      if (!first) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [filters]);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
