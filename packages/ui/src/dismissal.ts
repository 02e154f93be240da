import { type RefObject, useEffect } from 'react';

/** While open: Escape, a press elsewhere, or the focus leaving `place` closes it; Escape gives the focus back. */
export function useDismissal(place: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    const element = place.current;
    if (!open || element === null) return;
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !element.contains(target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      close();
      element.querySelector('button')?.focus();
    };
    const onLeave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !element.contains(relatedTarget)) close();
    };
    document.addEventListener('pointerdown', onPress);
    element.addEventListener('keydown', onKey);
    element.addEventListener('focusout', onLeave);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('focusout', onLeave);
    };
  }, [place, open, close]);
}
