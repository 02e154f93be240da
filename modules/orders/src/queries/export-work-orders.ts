import { type Caller, encodeCursor } from '@firstfix/platform';
import { presentWorkOrder } from '../present.ts';
import type { OrdersDb } from '../store/orders-db.ts';
import { toWorkOrder, type WorkOrderRow } from '../store/work-order-rows.ts';
import { cursorOf, pageOf, type WorkOrderFilter } from './list-work-orders.ts';

/** The first rows go out quickly; no page is so large that making it would halt the server for others. */
const FIRST_PAGE = 100;
const PAGE = 250;
const HEADER =
  'number,state,hold,work_type,category,difficulty,priority,district,community,window_start,window_end,due,opened,completed';

/** The filtered list as CSV, page by page, so that a million rows need no more memory than a thousand. */
export async function exportWorkOrders(
  db: OrdersDb,
  caller: Caller,
  filter: WorkOrderFilter,
): Promise<AsyncGenerator<string>> {
  // read before anything is sent: a filter that cannot be is then refused, not a file that breaks off
  const first = await pageOf(db, caller, filter, undefined, FIRST_PAGE);
  return linesFrom(db, caller, filter, first);
}

async function* linesFrom(
  db: OrdersDb,
  caller: Caller,
  filter: WorkOrderFilter,
  first: WorkOrderRow[],
): AsyncGenerator<string> {
  // the mark that makes spreadsheets read UTF-8
  yield `\uFEFF${HEADER}\n`;
  const position = cursorOf(filter);
  for (let rows = first, size = FIRST_PAGE; ; size = PAGE) {
    yield rows.map(toLine).join('');
    const last = rows.at(-1);
    if (rows.length < size || !last) return;
    rows = await pageOf(db, caller, filter, encodeCursor(position(last)), PAGE);
  }
}

function toLine(row: WorkOrderRow): string {
  const order = presentWorkOrder(toWorkOrder(row));
  const cells = [
    order.number,
    order.state,
    order.hold,
    order.work.workType,
    order.work.category,
    order.work.difficulty,
    order.work.priority,
    order.place.districtCode,
    order.place.community,
    order.arrivalWindow?.start,
    order.arrivalWindow?.end,
    order.dueAt,
    order.openedAt,
    order.completedAt,
  ];
  return `${cells.map(toCell).join(',')}\n`;
}

/** Quoted where needed; a leading formula sign is made harmless for spreadsheets. */
function toCell(value: string | number | null | undefined): string {
  const text = String(value ?? '').replace(/^([=+\-@])/, "'$1");
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
