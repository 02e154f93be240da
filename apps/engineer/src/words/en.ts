import { earnings } from './en/earnings.ts';
import { offers } from './en/offers.ts';
import { refusals } from './en/refusals.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { unreached } from './en/unreached.ts';
import { visit } from './en/visit.ts';

/** The app's words, a file for each subject. */
export const en = { start, shell, visit, offers, earnings, refusals, unreached };
