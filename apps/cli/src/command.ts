/** One word after `firstfix`. */
export type Command = {
  /** the flags, as the person types them */
  usage: string;
  /** one sentence */
  summary: string;
  /** Runs to the end. Flags it doesn't know are refused by `parseArgs`. Answers the exit code. */
  run(args: string[]): Promise<number>;
};
