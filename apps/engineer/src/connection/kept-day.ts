/** One stop of the day as it was last seen; no door and no name. */
export interface KeptStop {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly community: string;
}

interface KeptDay {
  /** Business time. */
  readonly seenAt: string;
  readonly stops: readonly KeptStop[];
}

const STORED_AS = 'firstfix.day';

/** The day as this phone saw it last, for when the server can't be reached. */
export function keepDay(day: KeptDay): void {
  localStorage.setItem(STORED_AS, JSON.stringify(day));
}

export function readKeptDay(): KeptDay | undefined {
  const stored = localStorage.getItem(STORED_AS);
  return stored === null ? undefined : JSON.parse(stored);
}

/** Whoever leaves takes the day along. */
export function forgetDay(): void {
  localStorage.removeItem(STORED_AS);
}
