import { admin } from './zh/admin.ts';
import { catalogue } from './zh/catalogue.ts';
import { figures } from './zh/figures.ts';
import { finance } from './zh/finance.ts';
import { network } from './zh/network.ts';
import { orders } from './zh/orders.ts';
import { outlet } from './zh/outlet.ts';
import { page } from './zh/page.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { start } from './zh/start.ts';

/** The console's words, a file for each subject. */
export const zh = { admin, catalogue, figures, finance, network, outlet, page, orders, shell, signIn, start };
