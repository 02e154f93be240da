import { useSyncExternalStore } from 'react';

/** One thing that has just happened, told at the foot of the screen. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** `vermilion` for what failed. */
  readonly tone: 'ink' | 'vermilion';
  /** Takes it back; offered as long as the toast stands. */
  readonly undo?: () => void;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
/** More at once is noise: the oldest goes. */
const MOST = 3;

/** Tells what was done; with `undo`, how to take it back. */
export function tell(text: string, told: { undo?: () => void; failed?: boolean } = {}): void {
  lastId += 1;
  const { undo, failed = false } = told;
  const toast: Toast = {
    id: lastId,
    text,
    tone: failed ? 'vermilion' : 'ink',
    ...(undo === undefined ? {} : { undo }),
  };
  show([...toasts, toast].slice(-MOST));
}

export function forget(id: number): void {
  show(toasts.filter((toast) => toast.id !== id));
}

/** What stands at the foot of the screen now, oldest first. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, currentToasts);
}

/** The same, for whoever is no component. */
export function currentToasts(): readonly Toast[] {
  return toasts;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
