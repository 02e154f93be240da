import { earnings } from './zh/earnings.ts';
import { offers } from './zh/offers.ts';
import { refusals } from './zh/refusals.ts';
import { shell } from './zh/shell.ts';
import { start } from './zh/start.ts';
import { unreached } from './zh/unreached.ts';
import { visit } from './zh/visit.ts';

/** The app's words, a file for each subject. */
export const zh = { start, shell, visit, offers, earnings, refusals, unreached };
