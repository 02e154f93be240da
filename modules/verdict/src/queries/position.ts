import { invalidField, toDate } from '@firstfix/kernel';
import { decodeCursor } from '@firstfix/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Where a list ordered by a time and an id goes on. 422 for a text no list of ours gave. */
export function positionOf(cursor: string): { at: Date; id: string } {
  const [instant, id] = decodeCursor(cursor, 2);
  const fits = typeof instant === 'number' && instant >= 0 && instant <= 8.64e15 && typeof id === 'string';
  if (!fits || !UUID.test(id)) throw invalidField('/cursor', 'cursor', 'is not a cursor of this list');
  return { at: toDate(instant), id };
}
