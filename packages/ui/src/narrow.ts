import { useSyncExternalStore } from 'react';

/** As wide as a phone held upright, or less. */
const NARROW = '(max-width: 600px)';

/** Whether there is only room for one thing beside the other. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
