import { readFileSync } from 'node:fs';
import { listSourceFiles } from './files.ts';
import { findBreaks, textRules } from './text-rules.ts';

const longFileLines = 400;

for (const rule of textRules) {
  if (findBreaks(rule, rule.example.path, rule.example.line).length === 0) {
    throw new Error(`the rule "${rule.name}" does not see its own example`);
  }
}

let breaks = 0;
const longFiles: string[] = [];

for (const path of listSourceFiles(process.cwd())) {
  const bytes = readFileSync(path);
  if (isBinary(bytes)) continue;
  const text = bytes.toString('utf8');
  for (const rule of textRules) {
    for (const line of findBreaks(rule, path, text)) {
      console.log(`${path}${line ? `:${line}` : ''}  ${rule.name}`);
      breaks += 1;
    }
  }
  const lines = text.split('\n').length;
  if (lines > longFileLines && isHandWritten(path)) longFiles.push(`${path} (${lines})`);
}

if (longFiles.length > 0) {
  console.log(`warning: over ${longFileLines} lines, better split: ${longFiles.join(', ')}`);
}
process.exitCode = breaks > 0 ? 1 : 0;

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8192).includes(0);
}

function isHandWritten(path: string): boolean {
  return /\.(tsx?|mjs|css)$/.test(path) && !/(^|\/)tables\.ts$/.test(path);
}
