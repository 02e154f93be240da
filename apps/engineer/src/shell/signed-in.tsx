import { sessionQuery } from '@firstfix/client/session.ts';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { keepSending } from '../connection/outbox.ts';
import { SignIn } from '../start/sign-in.tsx';
import { ShareWay } from '../way/share-way.tsx';
import { SendState } from './send-state.tsx';
import styles from './signed-in.module.css';
import { Tabs } from './tabs.tsx';

/** The engineer's screens with their tabs, or the door. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (session === undefined) return <Loading />;
  if (session?.role !== 'engineer' || session.ownId === null) return <SignIn />;
  return <Inside engineerId={session.ownId}>{children}</Inside>;
}

function Inside({ engineerId, children }: { engineerId: string; children: ReactNode }) {
  const queries = useQueryClient();
  useEffect(() => keepSending(engineerId, () => queries.invalidateQueries()), [engineerId, queries]);
  return (
    <>
      <SendState />
      <ShareWay engineerId={engineerId} />
      <div className={styles.screen}>{children}</div>
      <Tabs />
    </>
  );
}
