import { start } from './zh/start.ts';

/** The app's words, a file for each subject. */
export const zh = { start };
