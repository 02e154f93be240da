import { useEffect, useRef, useState } from 'react';

const ROW_HEIGHT = 52;
/** Rows kept above and below what is seen, so that scrolling never shows a gap. */
const AROUND = 6;

/** Which of many equally high rows are in sight of the element that scrolls. */
export function useShownRows(count: number) {
  const scroller = useRef<HTMLElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 1200 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setSight(({ top, height }) => sightOf(element, top, height));
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const first = Math.max(0, Math.floor(sight.top / ROW_HEIGHT) - AROUND);
  const last = Math.min(count, Math.ceil((sight.top + sight.height) / ROW_HEIGHT) + AROUND);
  return { scroller, first, last, rowHeight: ROW_HEIGHT };
}

/** To whole rows: scrolling within one changes nothing. */
function sightOf(element: HTMLElement, top: number, height: number) {
  const seen = Math.floor(element.scrollTop / ROW_HEIGHT) * ROW_HEIGHT;
  return seen === top && element.clientHeight === height
    ? { top, height }
    : { top: seen, height: element.clientHeight };
}
