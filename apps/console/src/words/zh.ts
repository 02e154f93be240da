import { dispatch } from './zh/dispatch.ts';
import { orders } from './zh/orders.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { start } from './zh/start.ts';

/** The console's words, a file for each subject. */
export const zh = { dispatch, orders, shell, signIn, start };
