import { start } from './en/start.ts';

/** The app's words, a file for each subject. */
export const en = { start };
