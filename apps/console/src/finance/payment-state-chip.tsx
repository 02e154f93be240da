import type { PaymentState } from '@firstfix/contract/pay/schemas';
import type { Tone } from '@firstfix/ui/state-look.ts';
import { Chip } from '../page/chip.tsx';
import { useWords } from '../words/words.ts';

const TONES: Readonly<Record<PaymentState, Tone>> = {
  created: 'indigo',
  paid: 'celadon',
  failed: 'amber',
  refunded: 'ash',
};

export function PaymentStateChip({ state }: { state: PaymentState }) {
  const say = useWords();
  return <Chip tone={TONES[state]}>{say(`finance.paymentState.${state}`)}</Chip>;
}
