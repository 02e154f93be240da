import { useSyncExternalStore } from 'react';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

const STORED_AS = 'firstfix.density';
const listeners = new Set<() => void>();

/** Sets the whole page as dense as it was chosen here before. */
export function startDensity(): void {
  paint();
}

export function changeDensity(density: Density): void {
  localStorage.setItem(STORED_AS, density);
  paint();
}

/** How dense the page is now. */
export function useDensity(): Density {
  return useSyncExternalStore(subscribe, currentDensity);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function currentDensity(): Density {
  return localStorage.getItem(STORED_AS) === 'compact' ? 'compact' : 'comfortable';
}

function paint(): void {
  document.documentElement.dataset.density = currentDensity();
  for (const listener of listeners) listener();
}
