import type { CommandBase } from '@firstfix/contract/fieldwork/schemas';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

export type Position = NonNullable<CommandBase['position']>;

/** Where the phone is; `refused` when its owner or its hardware does not tell. */
export interface MyPosition {
  readonly state: 'seeking' | 'known' | 'refused';
  readonly position: Position | undefined;
  /** When the phone said so, in milliseconds of `performance.now()`; 0 before. */
  readonly takenAt: number;
}

const SEEKING: MyPosition = { state: 'seeking', position: undefined, takenAt: 0 };
const REFUSED: MyPosition = { state: 'refused', position: undefined, takenAt: 0 };
const Mine = createContext<MyPosition>(SEEKING);

/** Follows the phone while the screens below are open, so that no command waits for a fix. */
export function FollowPosition({ children }: { children: ReactNode }) {
  const [mine, setMine] = useState(SEEKING);
  useEffect(() => {
    if (!('geolocation' in navigator)) {
      setMine(REFUSED);
      return;
    }
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const { latitude: lat, longitude: lng, accuracy } = coords;
        const accuracyMetres = Math.min(accuracy, WORST_FIX_METRES);
        setMine({
          state: 'known',
          position: { point: { lat, lng }, accuracyMetres },
          takenAt: performance.now(),
        });
      },
      () => setMine((before) => (before.position ? before : REFUSED)),
      { enableHighAccuracy: true, maximumAge: 30_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return <Mine value={mine}>{children}</Mine>;
}

/** The contract knows nothing worse. */
const WORST_FIX_METRES = 100_000;

export function useMyPosition(): MyPosition {
  return useContext(Mine);
}
