import type { IForbiddenRuleType } from 'dependency-cruiser';
import type { Workspace } from './workspaces.ts';

const insideAnyWorkspace = '^(packages|modules|apps)/[^/]+/';

/** Files of a workspace that may also use its devDependencies: they are not part of the product. */
const supportFiles = '^(packages|modules|apps)/[^/]+/((test|bench|scripts)/|[^/]+\\.config\\.ts$)';

/** Files of a module that may touch the database, HTTP or the platform; every other one is pure. */
const impureFiles =
  '^modules/[^/]+/src/' +
  '((index|module|store|[^/]+-store|tables|routes|jobs|reactions|policy|checks|present|needs)\\.tsx?$' +
  '|(operations|queries|store|routes|jobs|reactions|checks|adapters|seeds)/)';

/** The only workspaces an app may import, because it talks to the server over the network. */
const remoteApps = {
  console: ['client', 'contract', 'ui', 'kernel'],
  engineer: ['client', 'contract', 'ui', 'kernel'],
  home: ['client', 'contract', 'ui', 'kernel'],
  twin: ['contract', 'kernel', 'city'],
};

/** Makes the import rules of the repository out of what its workspaces declare. */
export function makeImportRules(workspaces: Workspace[]): IForbiddenRuleType[] {
  return [
    ...houseRules,
    resolvableRule(workspaces),
    ...Object.entries(remoteApps).map(([app, packages]) => remoteAppRule(app, packages)),
    ...workspaces.flatMap((workspace) => [
      declaredRule(workspace, workspaces),
      declaredForSupportRule(workspace, workspaces),
      publicFaceRule(workspace),
    ]),
  ];
}

const houseRules: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'two files that need each other are one subject, or hide a third',
    severity: 'error',
    from: { path: insideAnyWorkspace },
    to: { circular: true },
  },
  {
    name: 'pure-no-infrastructure',
    comment: 'rules of the business know no database, no HTTP and no platform',
    severity: 'error',
    from: { path: '^modules/[^/]+/src/', pathNot: impureFiles },
    to: { path: `${npmPackage('kysely|pg|fastify|@fastify/[^/]+')}|^packages/platform/` },
  },
  {
    name: 'pure-no-node',
    comment: 'rules of the business run anywhere: nothing of Node in them',
    severity: 'error',
    from: { path: '^modules/[^/]+/src/', pathNot: impureFiles },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-no-detour',
    comment: 'a pure file that imports store, module, an operation … has a database after all',
    severity: 'error',
    from: { path: '^modules/([^/]+)/src/', pathNot: impureFiles },
    to: { path: impureFiles.replace('[^/]+', '$1') },
  },
  {
    name: 'solver-stands-alone',
    comment: 'the solver imports nothing outside its own folder',
    severity: 'error',
    from: { path: '^packages/solver/src/' },
    to: { pathNot: '^packages/solver/src/' },
  },
  {
    name: 'kernel-at-the-bottom',
    comment: 'everybody stands on the kernel; it stands on no other workspace',
    severity: 'error',
    from: { path: '^packages/kernel/' },
    to: { path: insideAnyWorkspace, pathNot: '^packages/kernel/' },
  },
  {
    name: 'pg-in-platform-only',
    comment: 'connections belong to the platform; others are handed a database',
    severity: 'error',
    from: {
      path: insideAnyWorkspace,
      pathNot: ['^packages/(platform|testkit)/', '^apps/cli/', supportFiles],
    },
    to: { path: npmPackage('pg') },
  },
];

function resolvableRule(workspaces: Workspace[]): IForbiddenRuleType {
  const optional = workspaces.flatMap(({ optionalDependencies }) => optionalDependencies);
  return {
    name: 'resolvable',
    comment: 'leads nowhere: a typo, a package not installed, or a file behind the "exports" of a package',
    severity: 'error',
    from: {},
    // the bundler resolves the address of a file, and fails without it
    to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?url$', ...optional.map((name) => `^${name}`)] },
  };
}

function remoteAppRule(app: string, packages: string[]): IForbiddenRuleType {
  return {
    name: `remote-app:${app}`,
    comment: `apps/${app} knows the server by its contract: it may import ${packages.join(', ')} only`,
    severity: 'error',
    from: { path: `^apps/${app}/`, pathNot: supportFiles },
    to: { path: insideAnyWorkspace, pathNot: [`^apps/${app}/`, `^packages/(${packages.join('|')})/`] },
  };
}

function declaredRule(workspace: Workspace, all: Workspace[]): IForbiddenRuleType {
  return {
    name: `declared:${workspace.folder}`,
    comment: `not among the "dependencies" in ${workspace.folder}/package.json`,
    severity: 'error',
    from: { path: `^${workspace.folder}/`, pathNot: supportFiles },
    to: undeclared(workspace, workspace.dependencies, all),
  };
}

function declaredForSupportRule(workspace: Workspace, all: Workspace[]): IForbiddenRuleType {
  return {
    name: `declared-for-tests:${workspace.folder}`,
    comment: `neither among the "dependencies" nor the "devDependencies" in ${workspace.folder}/package.json`,
    severity: 'error',
    from: { path: [supportFiles.replace('(packages|modules|apps)/[^/]+', workspace.folder)] },
    to: undeclared(workspace, [...workspace.dependencies, ...workspace.devDependencies], all),
  };
}

function undeclared(workspace: Workspace, declared: string[], all: Workspace[]) {
  const allowed = all.filter((other) => other === workspace || declared.includes(other.name));
  return { path: insideAnyWorkspace, pathNot: allowed.map((other) => `^${other.folder}/`) };
}

function publicFaceRule(workspace: Workspace): IForbiddenRuleType {
  return {
    name: `public-face:${workspace.folder}`,
    comment: `${workspace.folder} is entered through the "exports" of its package.json`,
    severity: 'error',
    from: { pathNot: `^${workspace.folder}/` },
    to: { path: `^${workspace.folder}/`, pathNot: workspace.publicFiles.map(filePattern) },
  };
}

/** Matches npm packages by name, installed or not. */
function npmPackage(names: string): string {
  return `(^|/)node_modules/(@types/)?(${names})/|^(${names})(/|$)`;
}

function filePattern(path: string): string {
  return `^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.+')}$`;
}
