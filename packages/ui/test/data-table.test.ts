import { expect, it } from 'vitest';
import { readTableState } from '../src/data-table/columns.ts';
import { toCsv } from '../src/data-table/csv.ts';

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
  expect(readTableState({ sort: 'due', hidden: ['a', 3], cursor: 'x', other: 1 })).toEqual({
    sort: 'due',
    hidden: ['a'],
    cursor: 'x',
  });
  expect(readTableState({ sort: 3, hidden: 'a', cursor: null })).toEqual({});
});
