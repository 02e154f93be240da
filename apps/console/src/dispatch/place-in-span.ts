import type { Instant, TimeWindow } from '@firstfix/kernel';

/** Where an instant stands in the span, from its left edge. */
export function placeIn({ start, end }: TimeWindow, at: Instant): string {
  return `${share(((at - start) / (end - start)) * 100)}%`;
}

/** Left edge and width of a stretch of time, cut at the span's edges. */
export function stretchIn(span: TimeWindow, { start, end }: TimeWindow) {
  const from = Math.max(span.start, Math.min(start, span.end));
  const to = Math.max(from, Math.min(end, span.end));
  return { left: placeIn(span, from), width: `${share(((to - from) / (span.end - span.start)) * 100)}%` };
}

function share(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}
