import { admin } from './zh/admin.ts';
import { calls } from './zh/calls.ts';
import { catalogue } from './zh/catalogue.ts';
import { desk } from './zh/desk.ts';
import { dispatch } from './zh/dispatch.ts';
import { figures } from './zh/figures.ts';
import { finance } from './zh/finance.ts';
import { gallery } from './zh/gallery.ts';
import { imports } from './zh/imports.ts';
import { network } from './zh/network.ts';
import { orderActions } from './zh/order-actions.ts';
import { orderPage } from './zh/order-page.ts';
import { orders } from './zh/orders.ts';
import { outlet } from './zh/outlet.ts';
import { page } from './zh/page.ts';
import { palette } from './zh/palette.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { slots } from './zh/slots.ts';
import { start } from './zh/start.ts';

/** The console's words, a file for each subject. */
export const zh = {
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
