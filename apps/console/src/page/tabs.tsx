import type { Endpoint, Role } from '@firstfix/contract';
import { Link, type LinkProps, Navigate, Outlet } from '@tanstack/react-router';
import { mayCall, useSession } from '../connection/session.ts';
import styles from './page.module.css';

/** One screen of a subject; shown to whoever may call what it asks first. */
export interface Tab {
  readonly to: LinkProps['to'];
  readonly title: string;
  readonly asks: Endpoint;
}

/** Above every screen of a subject: its screens. */
export function Tabs({ name, tabs }: { name: string; tabs: readonly Tab[] }) {
  const { role } = useSession();
  return (
    <>
      <nav className={styles.tabs} aria-label={name}>
        {tabsFor(tabs, role).map(({ to, title }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
            {title}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}

/** A subject's own address leads to its first screen. */
export function FirstTab({ tabs }: { tabs: readonly Pick<Tab, 'to' | 'asks'>[] }) {
  const { role } = useSession();
  return <Navigate to={tabsFor(tabs, role)[0]?.to ?? '/'} replace />;
}

function tabsFor<T extends Pick<Tab, 'to' | 'asks'>>(tabs: readonly T[], role: Role): T[] {
  return tabs.filter(({ asks }) => mayCall(asks, role));
}
