import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IViolation } from 'dependency-cruiser';
import { listSourceFiles } from './files.ts';
import { makeImportRules } from './import-rules.ts';
import { findPackageCycle, listWorkspaces } from './workspaces.ts';

/** One import that breaks a rule; `to` is empty when the rule is about the whole repository. */
export type ImportViolation = { rule: string; from: string; to: string; comment: string };

export type ImportReport = { filesRead: number; violations: ImportViolation[] };

/**
 * Reads the imports of every TypeScript file below `root` and compares them with the import rules.
 *
 * Throws when a source file was not read: without a TypeScript older than 7 dependency-cruiser
 * skips every `.ts` file and would report that all is well.
 */
export async function cruiseImports(root: string): Promise<ImportReport> {
  const workspaces = listWorkspaces(root);
  const rules = makeImportRules(workspaces);
  const result = await readImports(realpathSync(root), rules);
  const filesRead = assertEveryFileRead(root, result);
  const violations = result.summary.violations.map((violation) => describe(violation, rules));
  const cycle = findPackageCycle(workspaces);
  if (cycle) violations.push({ rule: 'no-package-cycles', from: cycle.join(' → '), to: '', comment: '' });
  return { filesRead, violations };
}

async function readImports(baseDir: string, forbidden: IForbiddenRuleType[]): Promise<ICruiseResult> {
  const { output } = await cruise(
    cruisedFolders(baseDir),
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      skipAnalysisNotInRules: true,
    },
    { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

function cruisedFolders(root: string): string[] {
  return ['packages', 'modules', 'apps', 'e2e', 'scripts'].filter((folder) => existsSync(join(root, folder)));
}

function describe(violation: IViolation, rules: IForbiddenRuleType[]): ImportViolation {
  const cycle = violation.cycle?.map(({ name }) => name).join(' → ');
  return {
    rule: violation.rule.name,
    from: violation.from,
    to: cycle ?? violation.unresolvedTo ?? violation.to,
    comment: rules.find(({ name }) => name === violation.rule.name)?.comment ?? '',
  };
}

function assertEveryFileRead(root: string, result: ICruiseResult): number {
  const read = new Set(result.modules.map((module) => module.source));
  const expected = cruisedFolders(root)
    .flatMap((folder) => listSourceFiles(root, folder))
    .filter((path) => /\.tsx?$/.test(path));
  const missed = expected.filter((path) => !read.has(path));
  if (expected.length === 0) throw new Error('no TypeScript file found');
  if (missed.length > 0) {
    throw new Error(`imports of ${missed.length} files were not read, such as ${missed[0]}`);
  }
  return expected.length;
}
