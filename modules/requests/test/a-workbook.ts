import { deflateRawSync } from 'node:zlib';

/** One file of an archive: deflated, or stored as it is. */
interface Part {
  readonly name: string;
  readonly text: string;
  readonly stored?: boolean;
}

/** A ZIP archive as spreadsheet programs write it; nobody here reads its checksums. */
export function aZip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, stored } of parts) {
    const packed = stored ? Buffer.from(text) : deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const WORKBOOK = `<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId7"/></sheets></workbook>`;
const RELATIONS = `<Relationships><Relationship Id="rId7" Target="worksheets/first.xml"/></Relationships>`;
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs></styleSheet>`;

/** A workbook of one sheet; style 1 shows date and time, style 2 a Chinese date. */
export function aWorkbook(sheet: string, sharedStrings = '<sst/>'): Buffer {
  return aZip([
    { name: 'xl/workbook.xml', text: WORKBOOK, stored: true },
    { name: 'xl/_rels/workbook.xml.rels', text: RELATIONS },
    { name: 'xl/styles.xml', text: STYLES },
    { name: 'xl/sharedStrings.xml', text: sharedStrings },
    { name: 'xl/worksheets/first.xml', text: sheet },
  ]);
}
