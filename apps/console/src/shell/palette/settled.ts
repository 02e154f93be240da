import { useEffect, useState } from 'react';

/** So long nobody typed: worth a question to the server. */
const SETTLED_MS = 150;

/** A text once it stopped changing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
