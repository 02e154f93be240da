import { delimiter, join } from 'node:path';

/**
 * The environment in which programs installed by npm, the pinned Node among them, come first.
 * Colours are left to a person at a terminal.
 */
export function localProgramsEnv(): NodeJS.ProcessEnv {
  const { FORCE_COLOR, ...env } = process.env;
  const plain = env.CI === 'true' || !process.stdout.isTTY;
  return {
    ...env,
    ...(plain ? { NO_COLOR: '1' } : { FORCE_COLOR }),
    PATH: `${join(process.cwd(), 'node_modules/.bin')}${delimiter}${env.PATH}`,
  };
}
