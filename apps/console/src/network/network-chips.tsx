import type { OutletStatus, Standing } from '@firstfix/contract/network/states';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Chip } from '../page/chip.tsx';
import { useWords } from '../words/words.ts';
import { OUTLET_STATUS_TONES, paperTone, STANDING_TONES } from './network-tones.ts';

export function OutletStatusChip({ status }: { status: OutletStatus }) {
  const say = useWords();
  return <Chip tone={OUTLET_STATUS_TONES[status]}>{say(`network.status.${status}`)}</Chip>;
}

export function StandingChip({ standing }: { standing: Standing }) {
  const say = useWords();
  return <Chip tone={STANDING_TONES[standing]}>{say(`network.standing.${standing}`)}</Chip>;
}

/** The last day of a licence or certificate, coloured by how near it is. */
export function ExpiryChip({ on }: { on: string }) {
  return <Chip tone={paperTone(on, useNow())}>{on}</Chip>;
}
