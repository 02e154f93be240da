import { calls } from './en/calls.ts';
import { desk } from './en/desk.ts';
import { dispatch } from './en/dispatch.ts';
import { gallery } from './en/gallery.ts';
import { imports } from './en/imports.ts';
import { orderActions } from './en/order-actions.ts';
import { orderPage } from './en/order-page.ts';
import { orders } from './en/orders.ts';
import { palette } from './en/palette.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { slots } from './en/slots.ts';
import { start } from './en/start.ts';

/** The console's words, a file for each subject. */
export const en = {
  calls,
  desk,
  dispatch,
  gallery,
  imports,
  orderActions,
  orderPage,
  orders,
  palette,
  shell,
  signIn,
  slots,
  start,
};
