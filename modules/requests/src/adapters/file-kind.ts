/** What a file is by its first bytes, whatever its name says. */
export type FileKind = 'workbook' | 'protected' | 'old_excel' | 'markup' | 'text';

/** How files in Microsoft's container of before 2007 begin; encrypted workbooks use it to this day. */
const CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The part of such a container that holds an encrypted workbook. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

export function kindOf(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, CONTAINER.length).equals(CONTAINER)) {
    return file.includes(ENCRYPTED) ? 'protected' : 'old_excel';
  }
  const start = file.toString('latin1', 0, 512);
  if (start.startsWith('PK')) return 'workbook';
  return /^(?:\u00ef\u00bb\u00bf)?\s*<[?!a-z]/i.test(start) ? 'markup' : 'text';
}
