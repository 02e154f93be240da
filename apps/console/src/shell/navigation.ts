import type { Endpoint, Role } from '@firstfix/contract';
import { listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import { findCustomers } from '@firstfix/contract/customers/endpoints';
import { planTerritoryDay } from '@firstfix/contract/dispatch/endpoints';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import { listOutlets } from '@firstfix/contract/network/endpoints';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { getOutletEarnings } from '@firstfix/contract/pay/endpoints';
import { listAudit } from '@firstfix/contract/platform/endpoints';
import { importRequestFile } from '@firstfix/contract/requests/import';
import { answerComplaint } from '@firstfix/contract/verdict/endpoints';
import type { KeyOf } from '@firstfix/ui/language.ts';
import type { LinkProps } from '@tanstack/react-router';
import { mayCall } from '../connection/session.ts';
import type { zh } from '../words/zh.ts';

/** One line of the left navigation; shown to whoever may call what its screen asks first. */
interface NavigationEntry {
  readonly to: LinkProps['to'];
  readonly word: KeyOf<typeof zh>;
  readonly asks?: Endpoint;
  /** The one role whose screen it is. */
  readonly only?: Role;
}

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', word: 'shell.start' },
  { to: '/desk', word: 'shell.desk', asks: findCustomers },
  { to: '/calls', word: 'shell.calls', asks: answerComplaint },
  { to: '/import', word: 'shell.import', asks: importRequestFile },
  { to: '/orders', word: 'shell.orders', asks: listWorkOrders },
  { to: '/dispatch', word: 'shell.dispatch', asks: planTerritoryDay },
  { to: '/outlet', word: 'outlet.title', only: 'outlet_owner' },
  { to: '/network', word: 'network.title', asks: listOutlets },
  { to: '/catalogue', word: 'catalogue.title', asks: listWorkTypes },
  { to: '/finance', word: 'finance.title', asks: getOutletEarnings },
  { to: '/figures', word: 'figures.title', asks: listFigures },
  { to: '/admin', word: 'admin.title', asks: listAudit },
];

export function navigationFor(role: Role): readonly NavigationEntry[] {
  return ENTRIES.filter(
    ({ asks, only = role }) => only === role && (asks === undefined || mayCall(asks, role)),
  );
}
