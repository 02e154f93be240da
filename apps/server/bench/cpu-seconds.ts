import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, the same on every Linux. */
const TICKS = 100;

/** CPU seconds a process has used, its ended children not counted; 0 where there is no /proc. */
export function cpuSecondsOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? stat.own / TICKS : 0;
}

/** CPU seconds of a process, of its children, and of those of them that have ended. */
export function cpuSecondsOfTree(root: number): number {
  const children = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    return stat?.parent === root ? [stat.own] : [];
  });
  const own = statOf(root);
  return ((own?.own ?? 0) + (own?.ended ?? 0) + children.reduce((sum, ticks) => sum + ticks, 0)) / TICKS;
}

/** `undefined` for a process that is not there any more. */
function statOf(pid: number): { parent: number; own: number; ended: number } | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // the name in brackets may hold anything; fields are counted after it
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const at = (index: number) => fields[index] ?? 0;
  return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
}
