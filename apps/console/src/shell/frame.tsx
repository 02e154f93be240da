import { ViewsHomeContext } from '@firstfix/ui/data-table/saved-views.tsx';
import { ToastList } from '@firstfix/ui/toast-list.tsx';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { Navigation } from './navigation-list.tsx';

/** Around every screen of somebody signed in: who, when, where to. */
export function Frame() {
  const say = useWords();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {say('shell.toContent')}
      </a>
      <Header />
      <div className={styles.side}>
        <Navigation />
      </div>
      <main id="content" className={styles.content} tabIndex={-1}>
        <RememberedViews>
          <Outlet />
        </RememberedViews>
      </main>
      <ToastList />
    </div>
  );
}

/** Lists on any screen remember views of their URL, for this person. */
function RememberedViews({ children }: { children: ReactNode }) {
  const { userId } = useSession();
  const { history } = useRouter();
  const { pathname, searchStr } = useLocation();
  const open = (search: string) => history.push(history.location.pathname + search);
  return (
    <ViewsHomeContext value={{ owner: userId, path: pathname, search: searchStr, open }}>
      {children}
    </ViewsHomeContext>
  );
}
