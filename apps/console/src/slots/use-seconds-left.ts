import { SECOND } from '@firstfix/kernel';
import { useEffect, useState } from 'react';

/** Counts down from `seconds` whenever `key` changes: by the machine's own pace, which a demo's clock leaves alone. */
export function useSecondsLeft(key: string, seconds: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key starts anew
  useEffect(() => {
    const end = performance.now() + seconds * SECOND;
    const look = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / SECOND)));
    look();
    const timer = setInterval(look, SECOND);
    return () => clearInterval(timer);
  }, [key, seconds]);
  return left;
}
