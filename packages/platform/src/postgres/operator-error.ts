/** A failure whose message is one sentence for the person at the terminal: what is wrong and what to do about it. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
