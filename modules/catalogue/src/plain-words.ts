/**
 * A customer's words made comparable: lower case, no accents, no apostrophes (`won't` → `wont`), clauses parted
 * by ` . `, Han and other scripts parted by a space, blanks between Han characters gone, codes joined (`E-4` → `e4`).
 */
export function plainWords(text: string): string {
  const letters = text
    .slice(0, MAX_LENGTH)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replaceAll('ß', 'ss')
    .replace(/\b([cdefhlpu])[-.](\d)/g, '$1$2');
  const clauses = letters
    .replace(/[.,;:!?()。，；：！？、\n\r\\]+/g, ' . ')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ');
  const parted = clauses
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu, ' ');
  return ` ${parted.replace(/ +/g, ' ').trim()} `;
}

/** Longer stories say what is wrong in their beginning. */
const MAX_LENGTH = 1000;
