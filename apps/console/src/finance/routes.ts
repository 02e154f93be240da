import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import {
  readDaySearch,
  readEarningsSearch,
  readLedgerSearch,
  readPaymentsSearch,
  readPolicySearch,
  readStatementSearch,
} from './finance-search.ts';

const financeRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/finance',
  component: lazyRouteComponent(() => import('./finance-tabs.tsx'), 'FinanceTabs'),
});

const indexRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./finance-tabs.tsx'), 'FirstFinanceTab'),
});

const earningsRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/earnings',
  validateSearch: readEarningsSearch,
  component: lazyRouteComponent(() => import('./earnings-page.tsx'), 'EarningsPage'),
});

const engineerEarningsRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/earnings/$engineerId',
  validateSearch: readDaySearch,
  component: lazyRouteComponent(() => import('./engineer-earnings-page.tsx'), 'EngineerEarningsPage'),
});

const orderMoneyRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/orders/$id',
  component: lazyRouteComponent(() => import('./order-money-page.tsx'), 'OrderMoneyPage'),
});

const paymentsRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/payments',
  validateSearch: readPaymentsSearch,
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
});

const ledgerRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/ledger',
  validateSearch: readLedgerSearch,
  component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
});

const statementRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/ledger/$id',
  validateSearch: readStatementSearch,
  component: lazyRouteComponent(() => import('./statement-page.tsx'), 'StatementPage'),
});

const transactionRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/transactions/$id',
  component: lazyRouteComponent(() => import('./transaction-page.tsx'), 'TransactionPage'),
});

const policiesRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/policies',
  component: lazyRouteComponent(() => import('./policies-page.tsx'), 'PoliciesPage'),
});

const policyRoute = createRoute({
  getParentRoute: () => financeRoute,
  path: '/policies/$name',
  validateSearch: readPolicySearch,
  component: lazyRouteComponent(() => import('./policy-page.tsx'), 'PolicyPage'),
});

/** Earnings, payments, the ledger and the policies. */
export const financeRoutes = financeRoute.addChildren([
  indexRoute,
  earningsRoute,
  engineerEarningsRoute,
  orderMoneyRoute,
  paymentsRoute,
  ledgerRoute,
  statementRoute,
  transactionRoute,
  policiesRoute,
  policyRoute,
]);
