/** Prints a result: what a person or a script asked for. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what happens on the way, and errors; scripts that read the results don't see it. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A closed terminal or pipe must not keep a server from shutting down in order. */
export function outliveTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
