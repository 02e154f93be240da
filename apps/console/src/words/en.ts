import { gallery } from './en/gallery.ts';
import { orders } from './en/orders.ts';
import { palette } from './en/palette.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { start } from './en/start.ts';

/** The console's words, a file for each subject. */
export const en = { gallery, orders, palette, shell, signIn, start };
