import { calls } from './zh/calls.ts';
import { desk } from './zh/desk.ts';
import { dispatch } from './zh/dispatch.ts';
import { gallery } from './zh/gallery.ts';
import { imports } from './zh/imports.ts';
import { orderActions } from './zh/order-actions.ts';
import { orderPage } from './zh/order-page.ts';
import { orders } from './zh/orders.ts';
import { palette } from './zh/palette.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { slots } from './zh/slots.ts';
import { start } from './zh/start.ts';

/** The console's words, a file for each subject. */
export const zh = {
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
