/** Seven digits in a row are long enough for a phone without its area code. */
const SHORTEST_RUN = 7;
/** Digits with spaces or dashes between count from eleven: shorter ones are dates. */
const SHORTEST_BROKEN_RUN = 11;
const RUN = /\p{Nd}(?:[\s\-‐‑–—－.·]?\p{Nd})*/gu;
const DIGIT = /\p{Nd}/gu;

/**
 * Masks what could be a phone in free words: digits in a row, of any width, also broken by spaces and dashes.
 * To be applied to a customer's words before they are stored.
 */
export function maskPhones(text: string): string {
  return text.replace(RUN, (run) => (isLong(run) ? maskDigits(run) : maskParts(run)));
}

function isLong(run: string): boolean {
  return (run.match(DIGIT) ?? []).length >= SHORTEST_BROKEN_RUN;
}

/** A shorter broken run may still hold an unbroken one that is too long. */
function maskParts(run: string): string {
  return run.replace(/\p{Nd}+/gu, (part) => ([...part].length >= SHORTEST_RUN ? maskDigits(part) : part));
}

function maskDigits(run: string): string {
  const total = (run.match(DIGIT) ?? []).length;
  const [front, back] = total >= 11 ? [3, 4] : [2, 2];
  let seen = 0;
  return run.replace(DIGIT, (digit) => {
    seen += 1;
    return seen <= front || seen > total - back ? digit : '*';
  });
}
