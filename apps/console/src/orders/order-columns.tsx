import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { StateChip, wordOf } from '@firstfix/ui/state-chip.tsx';
import { Thread } from '@firstfix/ui/thread.tsx';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { isWaitedFor, threaded } from './order-facts.ts';
import { useWorkNames } from './work-names.ts';

/** The columns of the work-order list, in their order. */
export function useOrderColumns(): Column<WorkOrderView>[] {
  const say = useWords();
  const ui = useUiWords();
  const moments = useMoments();
  const nameOf = useWorkNames();
  return [
    {
      key: 'number',
      title: say('orders.number'),
      fixed: true,
      cell: ({ id, number }) => (
        <Link to="/orders/$id" params={{ id }} tabIndex={-1}>
          {number}
        </Link>
      ),
      text: ({ number }) => number,
    },
    {
      key: 'state',
      title: say('orders.state'),
      cell: ({ state }) => <StateChip of="workOrderState" state={state} />,
      text: ({ state }) => wordOf(ui, 'workOrderState', state),
    },
    { key: 'thread', title: say('orders.thread'), cell: (order) => <Thread order={threaded(order)} /> },
    {
      key: 'due',
      title: say('orders.due'),
      sort: 'due',
      cell: (order) => isWaitedFor(order) && <DueChip due={parseInstant(order.dueAt)} />,
      text: ({ dueAt }) => moments.moment(parseInstant(dueAt)),
      typed: { kind: 'instant', of: ({ dueAt }) => parseInstant(dueAt) },
    },
    {
      key: 'work',
      title: say('orders.work'),
      cell: ({ work }) => nameOf(work),
      text: ({ work }) => nameOf(work),
    },
    {
      key: 'community',
      title: say('orders.community'),
      cell: ({ place }) => place.community,
      text: ({ place }) => place.community,
    },
    {
      key: 'window',
      title: say('orders.window'),
      cell: ({ arrivalWindow }) => windowText(arrivalWindow),
      text: ({ arrivalWindow }) => windowText(arrivalWindow),
    },
    {
      key: 'opened',
      title: say('orders.opened'),
      sort: 'newest',
      cell: ({ openedAt }) => moments.moment(parseInstant(openedAt)),
      text: ({ openedAt }) => moments.moment(parseInstant(openedAt)),
      typed: { kind: 'instant', of: ({ openedAt }) => parseInstant(openedAt) },
    },
    {
      key: 'urges',
      title: say('orders.urges'),
      align: 'end',
      cell: ({ urgeCount }) => urgeCount || '',
      text: ({ urgeCount }) => String(urgeCount),
      typed: { kind: 'number', of: ({ urgeCount }) => urgeCount },
    },
  ];

  function windowText(window: WorkOrderView['arrivalWindow']): string {
    if (window === null) return say('orders.noWindow');
    return moments.window(parseInstant(window.start), parseInstant(window.end));
  }
}
