import { admin } from './en/admin.ts';
import { calls } from './en/calls.ts';
import { catalogue } from './en/catalogue.ts';
import { desk } from './en/desk.ts';
import { dispatch } from './en/dispatch.ts';
import { figures } from './en/figures.ts';
import { finance } from './en/finance.ts';
import { gallery } from './en/gallery.ts';
import { imports } from './en/imports.ts';
import { network } from './en/network.ts';
import { orderActions } from './en/order-actions.ts';
import { orderPage } from './en/order-page.ts';
import { orders } from './en/orders.ts';
import { outlet } from './en/outlet.ts';
import { page } from './en/page.ts';
import { palette } from './en/palette.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { slots } from './en/slots.ts';
import { start } from './en/start.ts';

/** The console's words, a file for each subject. */
export const en = {
  admin,
  calls,
  catalogue,
  desk,
  dispatch,
  figures,
  finance,
  gallery,
  imports,
  network,
  orderActions,
  orderPage,
  orders,
  outlet,
  page,
  palette,
  shell,
  signIn,
  slots,
  start,
};
