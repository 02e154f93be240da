import { dispatch } from './en/dispatch.ts';
import { orders } from './en/orders.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { start } from './en/start.ts';

/** The console's words, a file for each subject. */
export const en = { dispatch, orders, shell, signIn, start };
