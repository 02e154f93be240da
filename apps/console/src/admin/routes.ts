import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insideRoute } from '../shell/routes.ts';
import {
  readAccountsSearch,
  readAuditSearch,
  readNoticesSearch,
  readPermissionsSearch,
  readSealsSearch,
} from './admin-search.ts';

const adminRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin-tabs.tsx'), 'AdminTabs'),
});

const indexRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./admin-tabs.tsx'), 'FirstAdminTab'),
});

const accountsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/accounts',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import('./accounts-page.tsx'), 'AccountsPage'),
});

const permissionsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/permissions',
  validateSearch: readPermissionsSearch,
  component: lazyRouteComponent(() => import('./permissions-page.tsx'), 'PermissionsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
});

const sealsRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/seals',
  validateSearch: readSealsSearch,
  component: lazyRouteComponent(() => import('./seals-page.tsx'), 'SealsPage'),
});

const noticesRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/notices',
  validateSearch: readNoticesSearch,
  component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
});

const systemRoute = createRoute({
  getParentRoute: () => adminRoute,
  path: '/system',
  component: lazyRouteComponent(() => import('./system-page.tsx'), 'SystemPage'),
});

/** Accounts, rights, the audit trail, notices and the background. */
export const adminRoutes = adminRoute.addChildren([
  indexRoute,
  accountsRoute,
  permissionsRoute,
  auditRoute,
  sealsRoute,
  noticesRoute,
  systemRoute,
]);
