import { businessTime, type ClockAnchor, type Instant, SECOND } from '@firstfix/kernel';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const WALL: ClockAnchor = { wallAnchor: 0, businessAnchor: 0, factor: 1 };
const Anchor = createContext<ClockAnchor>(WALL);

/** Lets everything below know the business clock of the server. */
export function BusinessTime({ anchor, children }: { anchor: ClockAnchor; children: ReactNode }) {
  return <Anchor value={anchor}>{children}</Anchor>;
}

/** The server's clock seen from this machine, whose own may be wrong: `now` was true at `heardAt`. */
export function anchorHere(now: Instant, factor: number, heardAt: Instant): ClockAnchor {
  return { wallAnchor: heardAt, businessAnchor: now, factor };
}

/** Business time, renewed every second of the wall: the only clock a screen asks. */
export function useNow(): Instant {
  const anchor = useContext(Anchor);
  const [wall, setWall] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setWall(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  return businessTime(anchor, Math.max(wall, anchor.wallAnchor));
}
