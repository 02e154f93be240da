import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { toXlsx } from '../src/data-table/xlsx.ts';

const columns = [{ key: 'name', title: '名称', cell: () => null, text: (row: string) => row }];

/** Reads an archive of stored files by its directory, as a spreadsheet does, and checks every sum. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const size = archive.readUInt32LE(at + 24);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const from = local + 30 + archive.readUInt16LE(local + 26);
    const content = archive.subarray(from, from + size);
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    files.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

it('writes a workbook whose cells are texts', () => {
  const files = unzip(Buffer.from(toXlsx(columns, ['0012', '<b> & co', '=1+1', 'bell\u0007'])));
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
