const LONG_DIGIT_RUN = /\p{Nd}(?:[\s-]?\p{Nd}){6,}/gu;

/** Hides what may be a phone or card number: runs of seven digits and more, also when broken by blanks or hyphens. */
export function maskPhones(words: string): string {
  return words.replace(LONG_DIGIT_RUN, (run) => run.replace(/\p{Nd}/gu, '*'));
}
