/** A habit of the house that a search through the lines of the files can see. */
export type TextRule = {
  name: string;
  /** Paths, relative to the repository root, that the rule speaks about. */
  files: RegExp;
  /** What must not stand in a line. Without it the rule is about the path itself. */
  forbidden?: RegExp;
  /** Whether comments count too; otherwise they may name what the code must not do. */
  comments?: boolean;
  /** A path and a line that break the rule: the check tries them first to prove that it can see. */
  example: { path: string; line: string };
};

const productCode = /^(packages|modules|apps)\/[^/]+\/src\/.*\.tsx?$/;
const testCode = /^(?:.*\/)?(?:test|e2e)\/.*\.tsx?$/;

export const textRules: TextRule[] = [
  {
    name: 'name a file after its one subject',
    files: /(^|\/)(utils?|helpers?|common|misc|shared|types)\.[cm]?[jt]sx?$/,
    example: { path: 'modules/orders/src/utils.ts', line: '' },
  },
  {
    name: 'no any, and no casting through unknown',
    files: productCode,
    forbidden: /:\s*any\s*([,;)=\]}>[|&]|$)|\bas any\b|\bas unknown as\b/,
    example: { path: 'apps/cli/src/doctor.ts', line: 'const row = answer as unknown as Row;' },
  },
  {
    name: 'no silenced type errors',
    files: productCode,
    forbidden: /@ts-(ignore|expect-error|nocheck)/,
    comments: true,
    example: { path: 'packages/ui/src/table.tsx', line: '// @ts-expect-error' },
  },
  {
    name: 'product code writes to the log, not to the console',
    files: /^(packages|modules)\/[^/]+\/src\/.*\.tsx?$/,
    forbidden: /\bconsole\.(log|info|debug)\b/,
    example: { path: 'modules/pay/src/ledger.ts', line: 'console.log(fen);' },
  },
  {
    name: 'time is passed in',
    files: /^modules\/[^/]+\/src\/.*\.tsx?$/,
    forbidden: /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b/,
    example: { path: 'modules/orders/src/promise.ts', line: 'const now = Date.now();' },
  },
  {
    name: 'what people read stands in the catalogues of words',
    files: /^(packages\/ui|apps\/(console|engineer|home))\/src\/(?!words\/).*\.tsx?$/,
    forbidden: /\p{Script=Han}/u,
    example: { path: 'apps/console/src/orders/orders-page.tsx', line: '<h1>工单</h1>' },
  },
  {
    name: 'clients ask the business clock',
    files: /^apps\/(console|engineer|home)\/src\/.*\.tsx?$/,
    forbidden: /\bDate\.now\b|\bnew Date\(\s*\)/,
    example: { path: 'apps/home/src/order/order-card.tsx', line: 'const now = Date.now();' },
  },
  {
    name: 'tests use the real thing, and all of them run',
    files: testCode,
    forbidden: /\bvi\.(mock|doMock|fn|spyOn)\b|\b(it|test|describe)(\.\w+)*\.(only|skip|todo)\b/,
    example: { path: 'modules/pay/test/ledger.test.ts', line: "it.only('adds up', () => {" },
  },
  {
    name: 'nothing depends on the package registry of one machine',
    files: /./,
    forbidden: /registry\.[a-z0-9.-]+\.(org|com)|npm[m]irror|verd[a]ccio/,
    comments: true,
    example: { path: '.npmrc', line: ['registry', 'example', 'org'].join('.') },
  },
  {
    name: 'lock files name no download address',
    files: /(^|\/)(package-lock|npm-shrinkwrap)\.json$/,
    forbidden: /"resolved": "http/,
    comments: true,
    example: { path: 'package-lock.json', line: '"resolved": "https://example.org/a.tgz"' },
  },
];

/** The numbers, from 1, of the lines of a file that break the rule; 0 stands for its path. */
export function findBreaks(rule: TextRule, path: string, text: string): number[] {
  const { files, forbidden, comments } = rule;
  if (!files.test(path)) return [];
  if (!forbidden) return [0];
  return text
    .split('\n')
    .map((line, index) => (forbidden.test(comments ? line : withoutComment(line)) ? index + 1 : -1))
    .filter((number) => number > 0);
}

function withoutComment(line: string): string {
  return line.replace(/^\s*(\/?\*|\/\/).*|\s\/\/\s.*/, '');
}
