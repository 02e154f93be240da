import { ask } from '@firstfix/client/api.ts';
import { listSlots, type Slot } from '@firstfix/contract/dispatch/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Refused } from '../dispatch/refused.tsx';
import { useWords } from '../words/words.ts';
import { HeldWindow } from './held-window.tsx';
import { SlotGrid } from './slot-grid.tsx';
import { useSlotHold } from './use-slot-hold.ts';

const DAYS = 5;
/** Others book too: asked again this often while somebody chooses. */
const LOOK_AGAIN_MS = 15_000;

interface SlotPickerProps {
  readonly orderId: string;
  readonly onBooked: (order: WorkOrderView) => void;
}

/** Windows that can really be promised; one chosen is held while the customer decides, then booked. */
export function SlotPicker({ orderId, onBooked }: SlotPickerProps) {
  const say = useWords();
  const slots = useQuery({
    ...ask(listSlots, { params: { id: orderId }, query: { days: DAYS } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const { hold, hand, book, giveBack, problem } = useSlotHold(orderId, onBooked);
  if (slots.error) return <ProblemNotice problem={slots.error} onAgain={slots.refetch} />;
  if (!slots.data) return <Loading />;
  if (!slots.data.items.some(isFree)) return <Empty>{say('slots.none', { count: DAYS })}</Empty>;
  return (
    <>
      {problem && <Refused problem={problem} />}
      {hold && (
        <HeldWindow
          hold={hold}
          busy={book.isPending}
          onBook={() => book.mutate(hold.id)}
          onGiveBack={() => giveBack.mutate(hold.id)}
        />
      )}
      <SlotGrid
        slots={slots.data.items}
        chosen={hold?.start}
        busy={hand.isPending || book.isPending}
        onChoose={(slot) => hand.mutate(slot)}
      />
    </>
  );
}

function isFree({ fit }: Slot): boolean {
  return fit !== 'full';
}
