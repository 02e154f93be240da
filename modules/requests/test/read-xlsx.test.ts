import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../src/adapters/read-table.ts';
import { isZip, readXlsx } from '../src/adapters/read-xlsx.ts';
import { ZipError } from '../src/adapters/zip.ts';
import { aWorkbook, aZip } from './a-workbook.ts';

const MANY = 1000;

describe('a workbook', () => {
  it('is read as its cells show: shared and inline texts, long numbers, dates, gaps', () => {
    const strings = `<sst><si><t>姓名</t></si><si><r><t>手</t></r><r><t xml:space="preserve">机 </t></r><rPh><t>shou</t></rPh></si></sst>`;
    const sheet = `<worksheet><sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>A &amp; B</t></is></c></row>
      <row r="3"><c r="A3"/><c r="B3"><v>1.3812345678E10</v></c><c r="C3" s="1"><v>46348.375</v></c><c r="D3" s="2"><v>46348</v></c></row>
    </sheetData></worksheet>`;
    expect(readXlsx(aWorkbook(sheet, strings), MANY)).toEqual([
      ['姓名', '手机', '', 'A & B'],
      [],
      ['', '13812345678', '2026-11-22 09:00', '2026-11-22'],
    ]);
  });

  it('may carry prefixes on every name, and cells without places', () => {
    const sheet = `<x:worksheet><x:sheetData><x:row><x:c><x:v>36.1</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(readXlsx(aWorkbook(sheet), MANY)).toEqual([['36.1', 'b']]);
  });

  it('keeps the row numbers of the spreadsheet for its errors', () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const sheet = `<sheetData><row r="1">${cell('A1', 'id')}</row><row r="5">${cell('A5', 'x')}</row></sheetData>`;
    const reading = readTable(aWorkbook(sheet));
    expect(reading).toEqual({ table: { header: ['id'], rows: [{ row: 5, cells: ['x'] }] } });
  });

  it('with a row far away is refused for its rows, not built up in memory', () => {
    const sheet = `<sheetData><row r="1"><c t="str"><v>id</v></c></row><row r="1048576"><c t="str"><v>x</v></c></row></sheetData>`;
    expect(readTable(aWorkbook(sheet))).toMatchObject({
      error: { says: 'too_many_rows', params: { rows: 50_000 } },
    });
  });
});

describe('what is no workbook', () => {
  it('is told so', () => {
    expect(isZip(Buffer.from('PK'))).toBe(true);
    expect(readTable(aZip([{ name: 'a.txt', text: 'x' }]))).toMatchObject({
      error: { says: 'workbook/not_excel' },
    });
    expect(readTable(Buffer.from('PK\u0003\u0004 and then nothing'))).toMatchObject({
      error: { says: 'workbook/cut_off' },
    });
  });

  it('unpacked beyond the limit is refused', () => {
    const bomb = aZip([{ name: 'xl/workbook.xml', text: '0'.repeat(101_000_000) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(readTable(bomb)).toMatchObject({ error: { says: 'workbook/too_large' } });
  });

  it('never breaks the reader, however it is damaged', () => {
    const whole = aWorkbook('<sheetData><row r="1"><c r="A1" t="str"><v>id</v></c></row></sheetData>');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        for (const bytes of [damaged, whole.subarray(0, length)]) {
          try {
            readXlsx(bytes, MANY);
          } catch (error) {
            expect(error).toBeInstanceOf(ZipError);
          }
        }
      }),
    );
  });
});
