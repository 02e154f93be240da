import { admin } from './en/admin.ts';
import { catalogue } from './en/catalogue.ts';
import { figures } from './en/figures.ts';
import { finance } from './en/finance.ts';
import { network } from './en/network.ts';
import { orders } from './en/orders.ts';
import { outlet } from './en/outlet.ts';
import { page } from './en/page.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { start } from './en/start.ts';

/** The console's words, a file for each subject. */
export const en = { admin, catalogue, figures, finance, network, outlet, page, orders, shell, signIn, start };
