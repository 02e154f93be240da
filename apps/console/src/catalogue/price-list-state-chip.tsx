import type { PriceListState } from '@firstfix/contract/catalogue/schemas';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { Chip } from '../page/chip.tsx';
import { useWords } from '../words/words.ts';

const TONES: Readonly<Record<PriceListState, Tone>> = { draft: 'amber', published: 'celadon' };

export function PriceListStateChip({ state }: { state: PriceListState }) {
  const say = useWords();
  return <Chip tone={TONES[state]}>{say(`catalogue.listState.${state}`)}</Chip>;
}
