import { describe, expect, it } from 'vitest';
import { inOrder, moved, readTableState, shownColumns } from '../src/data-table/columns.ts';
import { toCsv } from '../src/data-table/csv.ts';
import { toggledPage } from '../src/data-table/selecting.ts';
import { readViews, withView, worthKeeping } from '../src/data-table/stored-views.ts';
import { walkPages } from '../src/data-table/walk-pages.ts';

const columns = [
  { key: 'name', title: '名称', cell: () => null, text: (row: string) => row },
  { key: 'picture', title: '图', cell: () => null },
];

it('writes CSV that a spreadsheet reads and never runs', () => {
  const rows = ['plain', 'with, comma', 'with "quotes"', 'two\nlines', '=HYPERLINK("x")'];
  expect(toCsv(columns, rows)).toBe(
    '\uFEFF名称\r\nplain\r\n"with, comma"\r\n"with ""quotes"""\r\n"two\nlines"\r\n"\'=HYPERLINK(""x"")"\r\n',
  );
});

it('takes from a URL what it understands', () => {
  expect(readTableState({ sort: 'due', hidden: ['a', 3], order: ['b', 1], cursor: 'x', other: 1 })).toEqual({
    sort: 'due',
    hidden: ['a'],
    order: ['b'],
    cursor: 'x',
  });
  expect(readTableState({ sort: 3, hidden: 'a', order: 'b', cursor: null })).toEqual({});
});

describe('columns', () => {
  const three = ['a', 'b', 'c'].map((key) => ({ key, title: key, cell: () => null, fixed: key === 'a' }));
  const keys = (shown: readonly { key: string }[]) => shown.map(({ key }) => key).join('');

  it('stand in the order chosen; unknown ones are left out, unnamed ones follow', () => {
    expect(keys(inOrder(three, { order: ['c', 'gone', 'a'] }))).toBe('cab');
  });

  it('are hidden unless the list needs them', () => {
    expect(keys(shownColumns(three, { hidden: ['a', 'b'] }))).toBe('ac');
  });

  it('move one place and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  });
});

it('chooses a page and lets it go without touching other pages', () => {
  expect(toggledPage(['x', 'a'], ['a', 'b'])).toEqual(['x', 'a', 'b']);
  expect(toggledPage(['x', 'a', 'b'], ['a', 'b'])).toEqual(['x']);
});

describe('views', () => {
  it('remember a search but for its page', () => {
    expect(worthKeeping('?state=%5B%22open%22%5D&cursor=abc')).toBe('?state=%5B%22open%22%5D');
    expect(worthKeeping('?cursor=abc')).toBe('');
  });

  it('replace one of the same name', () => {
    expect(withView([{ name: 'mine', search: '?a=1' }], { name: 'mine', search: '?a=2' })).toEqual([
      { name: 'mine', search: '?a=2' },
    ]);
  });

  it('are none where something else is stored', () => {
    const kept = { name: 'mine', search: '?a=1' };
    expect(readViews(JSON.stringify([kept, { name: 3 }, null, 'x']))).toEqual([kept]);
    for (const stored of [null, '', '{', '{"name":"a"}']) expect(readViews(stored)).toEqual([]);
  });
});

describe('walking the pages of a list', () => {
  const pageAt = async (cursor = '0') => {
    const at = Number(cursor);
    return { items: [at, at + 1], next: at < 4 ? String(at + 2) : null };
  };

  it('brings every row and says how many there are so far', async () => {
    const heard: number[] = [];
    const rows = await walkPages(pageAt, (count) => heard.push(count), new AbortController().signal);
    expect(rows).toEqual([0, 1, 2, 3, 4, 5]);
    expect(heard).toEqual([2, 4, 6]);
  });

  it('ends when it is cancelled, and asks for no further page', async () => {
    const controller = new AbortController();
    const asked: string[] = [];
    const walking = walkPages(
      (cursor) => {
        asked.push(cursor ?? 'first');
        return pageAt(cursor);
      },
      () => controller.abort(),
      controller.signal,
    );
    await expect(walking).rejects.toThrow();
    expect(asked).toEqual(['first', '2']);
  });
});
