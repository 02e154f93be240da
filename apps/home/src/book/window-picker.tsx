import { api, ask } from '@firstfix/client/api.ts';
import { bookSlot, holdSlot, listSlots, type Slot } from '@firstfix/contract/dispatch/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { dateOf, useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Choices } from '../parts/choices.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

interface WindowPickerProps {
  readonly workOrderId: string;
  readonly onBooked: () => void;
}

/** A day, then a window of it; full ones are shown and cannot be taken. */
export function WindowPicker({ workOrderId, onBooked }: WindowPickerProps) {
  const say = useWords();
  const moments = useMoments();
  const [day, setDay] = useState<string>();
  const [start, setStart] = useState<string>();
  const slots = useQuery(ask(listSlots, { params: { id: workOrderId }, query: {} }));
  const book = useBooking(workOrderId, onBooked);
  if (slots.error) return <ProblemNotice problem={slots.error} onAgain={slots.refetch} />;
  if (!slots.data) return <Loading />;
  const days = Map.groupBy(slots.data.items, (slot) => dateOf(parseInstant(slot.start)));
  const open = [...days].find(([, windows]) => windows.some(({ fit }) => fit !== 'full'));
  if (!open) return <Empty>{say('book.noWindows')}</Empty>;
  const shown = day ?? open[0];
  const windows = days.get(shown) ?? [];
  const slot = windows.find((one) => one.start === start);
  return (
    <div className={form.form}>
      <Choices
        label={say('book.day')}
        choices={[...days].map(([date, [first]]) => ({
          value: date,
          label: first ? moments.day(parseInstant(first.start)) : date,
        }))}
        chosen={[shown]}
        onChoose={setDay}
      />
      <Choices
        label={say('book.window')}
        as="grid"
        choices={windows.map((window) => ({
          value: window.start,
          label: hoursOf(window, moments.clock),
          ...(window.fit === 'full' ? { disabledReason: say('book.full') } : {}),
        }))}
        chosen={start ? [start] : []}
        onChoose={setStart}
      />
      {book.error && <ProblemNotice problem={book.error} />}
      <Button
        primary
        disabled={book.isPending || !slot}
        {...(slot ? {} : { disabledReason: say('book.windowFirst') })}
        onClick={() => slot && book.mutate(slot)}
      >
        {slot
          ? say('book.take', {
              window: moments.window(parseInstant(slot.start), parseInstant(slot.end)),
            })
          : say('book.windowFirst')}
      </Button>
      <p className={form.soft}>{say('book.promise')}</p>
    </div>
  );
}

function hoursOf({ start, end }: Slot, clock: (at: number) => string): string {
  return `${clock(parseInstant(start))}–${clock(parseInstant(end))}`;
}

/** Holds the window and turns it into the promise; one taken meanwhile is refused with others. */
function useBooking(workOrderId: string, onBooked: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ start, end }: Slot) => {
      const params = { id: workOrderId };
      const { id } = await api.call(holdSlot, { params, body: { start, end } });
      await api.call(bookSlot, { params, body: { holdId: id } });
    },
    onSuccess: onBooked,
    onSettled: () => queries.invalidateQueries(),
  });
}
