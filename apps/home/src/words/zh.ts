import { appliances } from './zh/appliances.ts';
import { book } from './zh/book.ts';
import { me } from './zh/me.ts';
import { order } from './zh/order.ts';
import { shell } from './zh/shell.ts';
import { start } from './zh/start.ts';

/** The app's words, a file for each subject. */
export const zh = { appliances, book, me, order, shell, start };
