import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import type { Column } from '../src/data-table/columns.ts';
import { toXlsx } from '../src/data-table/xlsx.ts';

const texts: Column<string>[] = [
  { key: 'name', title: '名称', cell: () => null, text: (row) => row },
  { key: 'picture', title: '', cell: () => null },
];

async function sheetOf(book: Uint8Array) {
  const { sheets } = await readXlsx(book, { readStyles: true });
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) throw new Error(`${sheets.length} sheets`);
  return sheet;
}

it('writes texts as they are: nothing in them can run', async () => {
  const sheet = await sheetOf(
    await toXlsx('工单', texts, ['0012', '<b> & co', '=1+1', 'bell\u0007', ' two\nlines ']),
  );
  expect(sheet.rows).toEqual([['名称'], ['0012'], ['<b> & co'], ['=1+1'], ['bell'], [' two\nlines ']]);
  expect([...(sheet.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false);
});

it('names its sheet after the list, with bold titles that stay in sight', async () => {
  const sheet = await sheetOf(await toXlsx('工单', texts, ['a']));
  expect(sheet.name).toBe('工单');
  expect(sheet.freezePane).toEqual({ rows: 1 });
  expect(sheet.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  expect(sheet.cells?.get('1,0')?.style?.font?.bold).toBeUndefined();
  const long = await sheetOf(await toXlsx(`'A/B: ${'长'.repeat(40)}`, texts, []));
  expect(long.name).toBe(`A B  ${'长'.repeat(25)}`);
  expect((await sheetOf(await toXlsx('', texts, []))).name).toBe('Sheet1');
});

it('holds numbers, amounts in yuan and times by the homes’ clock to count with', async () => {
  const at = Date.parse('2026-11-22T01:30:00Z');
  const columns: Column<number>[] = [
    { key: 'n', title: '次数', cell: () => null, text: String, typed: { kind: 'number', of: (n) => n } },
    { key: 'm', title: '金额', cell: () => null, text: String, typed: { kind: 'fen', of: (n) => n * 1999 } },
    { key: 't', title: '时间', cell: () => null, text: String, typed: { kind: 'instant', of: () => at } },
    {
      key: 'd',
      title: '日期',
      cell: () => null,
      text: String,
      typed: { kind: 'day', of: () => '2026-11-22' },
    },
    { key: 'e', title: '空', cell: () => null, text: String, typed: { kind: 'fen', of: () => null } },
  ];
  const sheet = await sheetOf(await toXlsx('x', columns, [3]));
  const row = sheet.rows[1] ?? [];
  expect(row.slice(0, 4)).toEqual([3, 59.97, new Date('2026-11-22T09:30:00Z'), new Date('2026-11-22')]);
  expect(row[4] ?? null).toBeNull();
  const formats = [0, 1, 2, 3].map((column) => sheet.cells?.get(`1,${column}`)?.style?.numFmt);
  expect(formats).toEqual([undefined, '#,##0.00', 'yyyy-mm-dd hh:mm', 'yyyy-mm-dd']);
});

it('makes columns as wide as what stands in them', async () => {
  const { columns = [] } = await sheetOf(await toXlsx('x', texts, ['山东省青岛市市南区海情小区3号楼']));
  expect(columns[0]?.width).toBeGreaterThan(25);
});
