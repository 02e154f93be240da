import { strToU8, zipSync } from 'fflate';

/** An archive of texts. */
export function aZip(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="00000000"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;

/** Parts of a workbook as its writer gives them; each sheet is the XML of its part. */
interface Parts {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly hidden?: boolean }[];
  readonly sharedStrings?: string;
  readonly from1904?: boolean;
}

/** Style 1 shows date and time, style 2 a Chinese date, style 3 eight digits. */
export function aBook({ sheets, sharedStrings = '<sst/>', from1904 = false }: Parts): Buffer {
  const listed = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 10}"/>`,
  );
  const relations = sheets.map((_, at) => relation(`rId${at + 10}`, 'worksheet', `worksheets/s${at}.xml`));
  return aZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${from1904}"/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}${relation('rId1', 'styles', 'styles.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': sharedStrings,
    ...Object.fromEntries(sheets.map(({ xml }, at) => [`xl/worksheets/s${at}.xml`, xml])),
  });
}

/** A workbook of one sheet. */
export function aWorkbook(xml: string, sharedStrings?: string): Buffer {
  return aBook({ sheets: [{ name: 'S', xml }], ...(sharedStrings === undefined ? {} : { sharedStrings }) });
}

/** A sheet of texts, row by row; an empty row is left out. */
export function aSheet(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((texts, at) =>
    texts.length === 0
      ? ''
      : `<row r="${at + 1}">${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`,
  );
  return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}
