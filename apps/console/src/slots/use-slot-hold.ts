import { api } from '@firstfix/client/api.ts';
import {
  bookSlot,
  holdSlot,
  listSlots,
  releaseSlot,
  type Slot,
  type SlotHold,
} from '@firstfix/contract/dispatch/endpoints';
import { getWorkOrder, listJourney } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/** One window at a time: held, given back for another, booked. */
export function useSlotHold(orderId: string, onBooked: (order: WorkOrderView) => void) {
  const queries = useQueryClient();
  const [hold, setHold] = useState<SlotHold>();
  const params = { id: orderId };
  const lookAgain = () => queries.invalidateQueries({ queryKey: [listSlots.id] });
  const hand = useMutation({
    mutationFn: async ({ start, end }: Slot) => {
      if (hold) await api.call(releaseSlot, { params: { id: hold.id } });
      setHold(undefined);
      return api.call(holdSlot, { params, body: { start, end } });
    },
    onSuccess: setHold,
    onSettled: lookAgain,
  });
  const giveBack = useMutation({
    mutationFn: (id: string) => api.call(releaseSlot, { params: { id } }),
    onSettled: () => {
      setHold(undefined);
      return lookAgain();
    },
  });
  const book = useMutation({
    mutationFn: (holdId: string) => api.call(bookSlot, { params, body: { holdId } }),
    onSuccess: async (order) => {
      setHold(undefined);
      await Promise.all([
        queries.invalidateQueries({ queryKey: [getWorkOrder.id, { params }] }),
        queries.invalidateQueries({ queryKey: [listJourney.id, { params }] }),
      ]);
      onBooked(order);
    },
    onError: lookAgain,
  });
  return { hold, hand, book, giveBack, problem: book.error ?? hand.error };
}
