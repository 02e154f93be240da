import { gallery } from './zh/gallery.ts';
import { orders } from './zh/orders.ts';
import { palette } from './zh/palette.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { start } from './zh/start.ts';

/** The console's words, a file for each subject. */
export const zh = { gallery, orders, palette, shell, signIn, start };
