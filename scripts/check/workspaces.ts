import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One npm workspace of the repository, as its package.json declares it. */
export type Workspace = {
  name: string;
  /** Folder relative to the repository root, such as `modules/orders`. */
  folder: string;
  /** Files, relative to the root, that other workspaces may import; a `*` stands for any text. */
  publicFiles: string[];
  dependencies: string[];
  devDependencies: string[];
  /** Packages that are absent on some platforms. */
  optionalDependencies: string[];
};

type Exports = string | { [condition: string]: Exports };

type PackageJson = {
  name: string;
  exports?: Exports;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const workspaceRoots = ['packages', 'modules', 'apps'];

/** Lists every workspace below `root`, sorted by folder. */
export function listWorkspaces(root: string): Workspace[] {
  return workspaceRoots
    .flatMap((parent) => listFolders(root, parent))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort()
    .map((folder) => readWorkspace(root, folder));
}

/** Finds a chain of production dependencies that comes back to its start, such as `a → b → a`. */
export function findPackageCycle(workspaces: Workspace[]): string[] | undefined {
  const byName = new Map(workspaces.map((workspace) => [workspace.name, workspace]));
  const finished = new Set<string>();

  function visit(name: string, trail: string[]): string[] | undefined {
    const start = trail.indexOf(name);
    if (start >= 0) return [...trail.slice(start), name];
    const workspace = byName.get(name);
    if (!workspace || finished.has(name)) return undefined;
    for (const dependency of workspace.dependencies) {
      const cycle = visit(dependency, [...trail, name]);
      if (cycle) return cycle;
    }
    finished.add(name);
    return undefined;
  }

  for (const { name } of workspaces) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function listFolders(root: string, parent: string): string[] {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
}

function readWorkspace(root: string, folder: string): Workspace {
  const json = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as PackageJson;
  return {
    name: json.name,
    folder,
    publicFiles: exportTargets(json.exports).map((target) => join(folder, target)),
    dependencies: Object.keys(json.dependencies ?? {}),
    devDependencies: Object.keys(json.devDependencies ?? {}),
    optionalDependencies: Object.keys(json.optionalDependencies ?? {}),
  };
}

function exportTargets(exports: Exports | undefined): string[] {
  if (exports === undefined) return [];
  if (typeof exports === 'string') return [exports];
  return Object.values(exports).flatMap(exportTargets);
}
