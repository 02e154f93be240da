import { appliances } from './en/appliances.ts';
import { book } from './en/book.ts';
import { me } from './en/me.ts';
import { order } from './en/order.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';

/** The app's words, a file for each subject. */
export const en = { appliances, book, me, order, shell, start };
