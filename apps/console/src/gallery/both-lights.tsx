import { HOUR } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Button } from '@firstfix/ui/button.tsx';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { Themed } from '@firstfix/ui/themed.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { THEMES } from '@firstfix/ui/tokens.ts';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';
import { specimenOrders } from './specimen-orders.ts';

/** The same card by day and by night, dense and not. */
export function BothLights() {
  const say = useWords();
  return (
    <Specimen title={say('gallery.lights')} note={say('gallery.lightsNote')}>
      <div className={styles.lights}>
        {THEMES.map((theme) => (
          <Themed key={theme} theme={theme}>
            <Card />
            <div data-density="compact">
              <Card />
            </div>
          </Themed>
        ))}
      </div>
    </Specimen>
  );
}

function Card() {
  const say = useWords();
  const now = useNow();
  const [seenAt] = useState(now);
  const order = specimenOrders(seenAt)[1];
  return (
    <article className={styles.card}>
      <StateChip of="workOrderState" state="scheduled" />
      {order && <Thread order={order} />}
      <DueChip due={seenAt + HOUR / 2} />
      <Button compact primary>
        {say('gallery.primary')}
      </Button>
    </article>
  );
}
