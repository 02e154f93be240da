import { useSyncExternalStore } from 'react';
import { cssProperties, FONT_STACK, PALETTES, type Theme } from './tokens.ts';

const STORED_AS = 'firstfix.theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** Paints the page in the theme chosen here before, or in that of the system, and follows both. */
export function startTheme(): void {
  paint();
  darkSystem.addEventListener('change', paint);
}

export function changeTheme(theme: Theme): void {
  localStorage.setItem(STORED_AS, theme);
  paint();
}

/** The theme shown now. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, currentTheme);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function currentTheme(): Theme {
  const chosen = localStorage.getItem(STORED_AS);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return darkSystem.matches ? 'dark' : 'light';
}

function paint(): void {
  const theme = currentTheme();
  const { style, dataset } = document.documentElement;
  for (const [name, value] of cssProperties(PALETTES[theme])) style.setProperty(name, value);
  style.setProperty('--font', FONT_STACK);
  style.colorScheme = theme;
  dataset.theme = theme;
  for (const listener of listeners) listener();
}
