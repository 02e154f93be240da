import { expect, it } from 'vitest';
import { toXlsx } from '../src/data-table/xlsx.ts';
import { zip } from '../src/data-table/zip.ts';

const columns = [{ key: 'name', title: '名称', cell: () => null, text: (row: string) => row }];

/** Reads an archive of stored files by its directory, as a spreadsheet does. */
function unzip(archive: Uint8Array): Map<string, string> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const text = (from: number, length: number) =>
    new TextDecoder().decode(archive.subarray(from, from + length));
  const end = archive.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const from = local + 30 + view.getUint16(local + 26, true);
    files.set(text(at + 46, nameLength), text(from, view.getUint32(at + 24, true)));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

it('writes a workbook whose cells are texts', () => {
  const files = unzip(toXlsx(columns, ['0012', '<b> & co', '=1+1', 'bell\u0007']));
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
  ]);
  const cells = [...String(files.get('xl/worksheets/sheet1.xml')).matchAll(/<t [^>]*>(.*?)<\/t>/g)];
  expect(cells.map(([, text]) => text)).toEqual(['名称', '0012', '&lt;b&gt; &amp; co', '=1+1', 'bell']);
});

it('sums up as every reader of archives does', () => {
  const archive = zip([{ path: 'a', text: '123456789' }]);
  // the check value published with CRC-32
  expect(new DataView(archive.buffer).getUint32(14, true)).toBe(0xcbf43926);
});
