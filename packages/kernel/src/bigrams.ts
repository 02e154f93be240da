/**
 * Search terms of a text, for Chinese and everything else: every pair of neighbouring Han characters, every
 * run of letters and digits in lower case (with its prefixes from three characters, so that typing finds it).
 */
export function searchTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) addPairs(terms, run);
    else addPrefixes(terms, run.slice(0, 40));
  }
  return [...terms];
}

/** Terms a query must all meet: pairs of Han characters, whole words otherwise. */
function queryTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (/^\p{Script=Han}/u.test(run)) addPairs(terms, run);
    else terms.add(run.slice(0, 40));
  }
  return [...terms];
}

/** The terms as text for PostgreSQL's `tsquery`: all must be there. Empty when the query has no term. */
export function toTsquery(text: string): string {
  return queryTerms(text)
    .map((term) => `'${term}'`)
    .join(' & ');
}

function addPairs(terms: Set<string>, run: string): void {
  const characters = [...run];
  if (characters.length === 1) terms.add(run);
  for (let at = 0; at + 1 < characters.length; at += 1) terms.add(`${characters[at]}${characters[at + 1]}`);
}

function addPrefixes(terms: Set<string>, word: string): void {
  terms.add(word);
  for (let length = 3; length < word.length; length += 1) terms.add(word.slice(0, length));
}
