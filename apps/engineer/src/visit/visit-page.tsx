import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getFieldSheet } from '@firstfix/contract/fieldwork/endpoints';
import type { FieldSheetView } from '@firstfix/contract/fieldwork/schemas';
import { getVisit } from '@firstfix/contract/orders/endpoints';
import type { VisitView } from '@firstfix/contract/orders/schemas';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FollowPosition } from '../connection/position.tsx';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import { EndVisit } from './end-visit.tsx';
import { NextAction } from './next-action.tsx';
import { OrderCard } from './order/order-card.tsx';
import { SheetSoFar } from './sheet-so-far.tsx';
import styles from './visit-page.module.css';

const route = getRouteApi('/visits/$id');

/** Nobody has set out for it: there is no sheet yet. */
const BEFORE_SHEET: readonly VisitView['state'][] = ['planned', 'accepted'];

/** One visit: the one thing to do next, then whom and what it is about, then what is done. */
export function VisitPage() {
  const { id } = route.useParams();
  const visit = useQuery(ask(getVisit, { params: { id } }));
  const state = visit.data?.state;
  const sheet = useQuery({
    ...ask(getFieldSheet, { params: { id } }),
    enabled: state !== undefined && !BEFORE_SHEET.includes(state) && visit.data?.departedAt !== null,
  });
  const [workOrderId] = visit.data?.workOrderIds ?? [];
  const topic = workOrderId === undefined ? undefined : (`work-order:${workOrderId}` as const);
  useLive(topic, [getVisit.id]);
  useLive(topic, [getFieldSheet.id]);
  const problem = visit.error ?? sheet.error;
  if (problem) return <ProblemNotice problem={problem} onAgain={() => [visit.refetch(), sheet.refetch()]} />;
  if (!visit.data || (sheet.isEnabled && !sheet.data)) return <Loading />;
  return (
    <FollowPosition>
      <Visit visit={visit.data} sheet={sheet.data} />
    </FollowPosition>
  );
}

function Visit({ visit, sheet }: { visit: VisitView; sheet: FieldSheetView | undefined }) {
  const say = useWords();
  useTopOnNews(`${visit.state}.${sheet?.nextStep.action}`);
  return (
    <>
      <div className={panel.row}>
        <Link to="/" className={styles.back}>
          ← {say('visit.back')}
        </Link>
        <StateChip of="visitState" state={visit.state} />
      </div>
      <h1>{visit.place.community}</h1>
      <NextAction visit={visit} sheet={sheet} />
      {visit.workOrderIds.map((id) => (
        <OrderCard key={id} id={id} visit={visit} />
      ))}
      {sheet && <SheetSoFar sheet={sheet} />}
      <EndVisit visit={visit} sheet={sheet} />
    </>
  );
}

/** The next thing to do stands at the top: scrolls there when there is another. */
function useTopOnNews(step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) scrollTo({ top: 0 });
    before.current = step;
  }, [step]);
}
