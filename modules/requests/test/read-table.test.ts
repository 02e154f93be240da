import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../src/adapters/read-table.ts';
import { TableReader } from '../src/adapters/table-reader.ts';
import type { TableReading } from '../src/import/table.ts';
import { aBook, aSheet, aWorkbook, aZip } from './a-workbook.ts';

const file = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url));

/** The table of a file that can be read: its heads, then its rows, each after its number. */
function linesOf(reading: TableReading): (string | number)[][] {
  if ('error' in reading) throw new Error(reading.error.says);
  const { header, rows } = reading.table;
  return [[...header], ...rows.map(({ row, cells }) => [row, ...cells])];
}

describe('a workbook of another program', () => {
  it('is read below its title, merged cells speaking for every row they cover', async () => {
    const reading = await readTable(file('openpyxl.xlsx'));
    expect(reading.sheets).toEqual({ names: ['报修单', '备注'], read: '报修单' });
    const [phone, home] = ['13800000001', '山东省青岛市市南区海情小区3号楼2单元501'];
    const [start, end] = ['2026-11-22 09:00', '2026-11-22 11:30'];
    expect(linesOf(reading)).toEqual([
      [
        '外部单号',
        '姓名',
        '手机号',
        '地址',
        '服务类型',
        '品类',
        '机身条码',
        '诉求',
        '期望开始时间',
        '期望结束时间',
      ],
      [3, 'HQ-001', '王五', phone, home, '维修', '冰箱', '00817265', '不制冷，有异响', start, end],
      [4, 'HQ-002', '王五', phone, home, '保养', '空调', '00817265', '吹风不凉'],
      [9, 'HQ-003', '李四'],
    ]);
  });

  it('gives the results of formulas, and the first sheet that is not empty', async () => {
    const reading = await readTable(file('xlsxwriter.xlsx'));
    expect(reading.sheets).toEqual({ names: ['空白', 'Export'], read: 'Export' });
    expect(linesOf(reading)).toEqual([
      ['External ID', 'Phone', 'Serial', 'When', 'Words'],
      [2, 'X-2', '13912345678', '6.90123456789012E+17', '2026-11-22 09:00', 'no cooling'],
      [3, 'X-3', '13912345679', '0690123456789012345', '2026-11-22 10:00', '=1+1'],
    ]);
  });

  it('may count its days from 1904', async () => {
    expect(linesOf(await readTable(file('openpyxl-1904.xlsx')))[1]).toEqual([
      2,
      'a',
      '2026-11-22 09:00',
      '2026-11-22',
    ]);
    expect(linesOf(await readTable(file('xlsxwriter-1904.xlsx')))[1]).toEqual([2, 'a', '2026-11-22 09:00']);
  });

  it('is read from the sheet chosen', async () => {
    expect(linesOf(await readTable(file('openpyxl.xlsx'), '备注'))).toEqual([['以上为本周']]);
    expect(await readTable(file('openpyxl.xlsx'), '别的')).toMatchObject({
      error: { says: 'no_sheet' },
      sheets: { names: ['报修单', '备注'], read: null },
    });
    expect(await readTable(file('xlsxwriter.xlsx'), '空白')).toMatchObject({ error: { says: 'no_sheet' } });
  });
});

describe('a workbook', () => {
  it('is read as its cells show: shared and inline texts, long numbers, dates, gaps', async () => {
    const strings = `<sst><si><t>姓名</t></si><si><r><t>手</t></r><r><t xml:space="preserve">机 </t></r><rPh><t>shou</t></rPh></si></sst>`;
    const sheet = `<worksheet><sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>A &amp; B</t></is></c></row>
      <row r="3"><c r="A3"/><c r="B3"><v>1.3812345678E10</v></c><c r="C3" s="1"><v>46348.375</v></c><c r="D3" s="2"><v>46348</v></c></row>
      <row r="4"><c r="A4" s="3"><v>1234</v></c><c r="B4"><v>0.30000000000000004</v></c><c r="C4" t="b"><v>1</v></c></row>
    </sheetData></worksheet>`;
    expect(linesOf(await readTable(aWorkbook(sheet, strings)))).toEqual([
      ['姓名', '手机', '', 'A & B'],
      [3, '', '13812345678', '2026-11-22 09:00', '2026-11-22'],
      [4, '00001234', '0.3', 'TRUE'],
    ]);
  });

  it('may carry prefixes on every name, and cells without places', async () => {
    const sheet = `<x:worksheet><x:sheetData><x:row><x:c><x:v>36.1</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(linesOf(await readTable(aWorkbook(sheet)))).toEqual([['36.1', 'b']]);
  });

  it('is read without its hidden sheets', async () => {
    const sheets = [
      { name: 'list', xml: aSheet([['hidden']]), hidden: true },
      { name: 'seen', xml: aSheet([[], ['id']]) },
    ];
    const reading = await readTable(aBook({ sheets }));
    expect(reading).toEqual({
      table: { header: ['id'], rows: [] },
      sheets: { names: ['seen'], read: 'seen' },
    });
  });

  it('with too many rows or columns is refused, however few cells it has', async () => {
    const far = `<worksheet><sheetData><row r="1"><c t="str"><v>id</v></c></row>${'<row><c><v>1</v></c></row>'.repeat(50_001)}</sheetData></worksheet>`;
    expect(await readTable(aWorkbook(far))).toMatchObject({ error: { says: 'too_many_rows' } });
    const wide = aSheet([Array.from({ length: 201 }, (_, at) => `c${at}`)]);
    expect(await readTable(aWorkbook(wide))).toMatchObject({ error: { says: 'too_many_columns' } });
  });

  it('whose last cell is the last of all is not built up in memory', async () => {
    const corner = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await readTable(aWorkbook(corner))).toMatchObject({ error: { says: 'workbook' } });
  });
});

describe('what is no workbook', () => {
  it('is told so', async () => {
    expect(await readTable(aZip({ 'a.txt': 'x' }))).toMatchObject({ error: { says: 'workbook' } });
    expect(await readTable(Buffer.from('PK\u0003\u0004 and then nothing'))).toMatchObject({
      error: { says: 'workbook' },
    });
    expect(await readTable(aWorkbook(aSheet([])))).toMatchObject({ error: { says: 'empty/sheets' } });
  });

  it('may be CSV under a workbook’s name', async () => {
    expect(linesOf(await readTable(Buffer.from('id,phone\n1,0138\n')))).toEqual([
      ['id', 'phone'],
      [2, '1', '0138'],
    ]);
  });

  it('may be a web page, as some systems export it', async () => {
    for (const start of ['<html><table>', '\uFEFF<?xml version="1.0"?><Workbook>', '\n <!DOCTYPE html>']) {
      expect(await readTable(Buffer.from(start))).toMatchObject({ error: { says: 'markup' } });
    }
  });

  it('is told apart: protected by a password, or Excel of before 2007', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'S', rows: [['id']] }],
      encryption: { password: 'secret', spinCount: 10 },
    });
    expect(await readTable(locked)).toMatchObject({ error: { says: 'protected' } });
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1000),
      Buffer.from('Workbook', 'utf16le'),
    ]);
    expect(await readTable(old)).toMatchObject({ error: { says: 'old_excel' } });
  });

  it('unpacked beyond the limit is refused, whether it says so, hides it or lies', async () => {
    const bomb = aWorkbook(aSheet(Array.from({ length: 20_000 }, () => ['1'])));
    // where the archive's directory gives the size its sheet has unpacked
    const size = bomb.lastIndexOf('xl/worksheets/s0.xml') - 22;
    expect(bomb.readUInt32LE(size)).toBeGreaterThan(500_000);
    expect(bomb.length).toBeLessThan(60_000);
    bomb.writeUInt32LE(250_000_000, size);
    expect(await readTable(bomb)).toMatchObject({ error: { says: 'unpacked' } });
    bomb.writeUInt32LE(0, size);
    expect(await readTable(bomb)).toMatchObject({ error: { says: 'unpacked' } });
    bomb.writeUInt32LE(1000, size);
    expect(await readTable(bomb)).toMatchObject({ error: { says: 'workbook' } });
  });

  it('never breaks the reader, however it is damaged', async () => {
    const whole = aWorkbook(aSheet([['id'], ['1']]));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        async (at, byte, length) => {
          const damaged = Buffer.from(whole);
          damaged[at] = byte;
          for (const bytes of [damaged, whole.subarray(0, length)]) {
            const reading = await readTable(bytes);
            expect('table' in reading || reading.error.says).toBeTruthy();
          }
        },
      ),
    );
  });
});

describe('the reader’s thread', () => {
  const limits = { bytes: 1_000_000, milliseconds: 60_000, megabytes: 500 };
  const sheet = aSheet(Array.from({ length: 20_000 }, (_, at) => [`id${at}`, 'x']));

  it('reads files one after the other', async () => {
    const reader = new TableReader(limits);
    const [one, two] = await Promise.all([reader.read(aWorkbook(sheet)), reader.read(Buffer.from('a\nb'))]);
    expect(one).toMatchObject({ table: { header: ['id0', 'x'] } });
    expect(two).toMatchObject({ table: { header: ['a'], rows: [{ row: 2, cells: ['b'] }] } });
  });

  it('takes no file that is too large', async () => {
    expect(await new TableReader({ ...limits, bytes: 10 }).read(Buffer.from('a,b,c,d,e,f'))).toMatchObject({
      error: { says: 'too_large/file' },
    });
  });

  it('is ended when a file takes too long or too much memory, and reads the next', async () => {
    const hasty = new TableReader({ ...limits, milliseconds: 1 });
    expect(await hasty.read(aWorkbook(sheet))).toMatchObject({ error: { says: 'too_heavy' } });
    const narrow = new TableReader({ ...limits, megabytes: 16 });
    const large = aWorkbook(aSheet(Array.from({ length: 50_000 }, (_, at) => [`id${at}`, 'x', `y${at}`])));
    expect(await narrow.read(large)).toMatchObject({ error: { says: 'too_heavy' } });
    expect(await narrow.read(Buffer.from('a'))).toMatchObject({ table: { header: ['a'] } });
  });
});
