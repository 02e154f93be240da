import type { GeoPoint } from '@firstfix/contract/schemas';
import { Button } from '@firstfix/ui/button.tsx';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import form from './form.module.css';

/** Asks the phone where it is, for homes in a community nobody asked from before. */
export function HereButton({ known, onHere }: { known: boolean; onHere: (point: GeoPoint) => void }) {
  const say = useWords();
  const [failed, setFailed] = useState(false);
  const find = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false);
        onHere({ lat: coords.latitude, lng: coords.longitude });
      },
      () => setFailed(true),
    );
  return (
    <>
      <Button onClick={find}>{say(known ? 'start.hereKnown' : 'start.here')}</Button>
      {failed && (
        <p className={form.soft} role="alert">
          {say('start.hereFailed')}
        </p>
      )}
    </>
  );
}
