import { api } from '@firstfix/client/api.ts';
import { ApiProblem } from '@firstfix/contract/client';
import { applyPlan, BASE_MOVED, getPlan, planTerritoryDay } from '@firstfix/contract/dispatch/endpoints';
import { listVisits, listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './board.module.css';
import { useBoardDesk } from './board-context.ts';
import { FreeAt } from './free-at.tsx';
import { LiveFeed } from './live-feed.tsx';
import { type Proposal, useProposal } from './use-proposal.ts';

/** Planning the day, the map, and what the keys do. */
export function BoardTools() {
  const say = useWords();
  const { board, search, show } = useBoardDesk();
  const plan = useMutation({
    mutationFn: () =>
      api.call(planTerritoryDay, { params: { id: board.territoryId }, body: { day: board.date } }),
    onSuccess: ({ id }) => show({ plan: id }),
  });
  return (
    <>
      <div className={styles.tools}>
        <Button onClick={() => plan.mutate()} loading={plan.isPending} disabled={search.plan !== undefined}>
          {say('dispatch.planDay')}
        </Button>
        <Button
          aria-pressed={search.map === true}
          onClick={() => show({ map: search.map ? undefined : true })}
        >
          {say('dispatch.map')}
        </Button>
        <FreeAt />
        <LiveFeed />
        <p className={styles.keys}>
          <kbd>N</kbd> {say('dispatch.keyNext')} <kbd>A</kbd> {say('dispatch.keyAssign')} <kbd>F</kbd>{' '}
          {say('dispatch.keyFree')} <kbd>M</kbd> {say('dispatch.map')} <kbd>Esc</kbd> {say('dispatch.close')}
        </p>
      </div>
      <Refusal error={plan.error} />
      {search.plan && <PlanBar id={search.plan} onAgain={() => plan.mutate()} />}
    </>
  );
}

/** A proposal over the day: looked at as dashed blocks, then applied as a whole or dropped. */
function PlanBar({ id, onAgain }: { id: string; onAgain: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const { show } = useBoardDesk();
  const { data: plan, error, refetch } = useProposal(id);
  const inWords = useProblemWords();
  const apply = useMutation({
    mutationFn: () => api.call(applyPlan, { params: { id } }),
    onSuccess: async () => {
      const moved = [listWorkOrders, listVisits, getPlan].map(({ id: key }) => key);
      await Promise.all(moved.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      show({ plan: undefined });
    },
  });
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!plan) return <Loading />;
  const moved = apply.error instanceof ApiProblem && apply.error.code === BASE_MOVED;
  return (
    <section className={styles.plan} aria-label={say('dispatch.proposal')} aria-live="polite">
      <PlanFigures plan={plan} />
      {apply.error && <span data-tone="amber">{inWords(apply.error)}</span>}
      {moved || plan.state === 'failed' ? (
        <Button onClick={onAgain}>{say('dispatch.planAgain')}</Button>
      ) : (
        <Button
          type="primary"
          disabled={plan.state !== 'proposed'}
          title={plan.state === 'proposed' ? undefined : say('dispatch.notProposed')}
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {say('dispatch.apply')}
        </Button>
      )}
      <Button onClick={() => show({ plan: undefined })}>{say('dispatch.drop')}</Button>
    </section>
  );
}

function PlanFigures({ plan }: { plan: Proposal }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  if (plan.state === 'solving') return <strong>{say('dispatch.solving', { orders: plan.orders })}</strong>;
  if (plan.state !== 'proposed') return <strong>{sayCode('dispatch.planState', plan.state)}</strong>;
  const reasons = new Set(plan.unassigned.flatMap((one) => one.reasons));
  return (
    <>
      <strong>{say('dispatch.changes', { count: plan.changes ?? 0 })}</strong>
      <span>{say('dispatch.planned', { orders: plan.orders, engineers: plan.engineers })}</span>
      <span>{say('dispatch.driving', { time: moments.length((plan.travelSeconds ?? 0) * 1000) })}</span>
      {plan.unassigned.length > 0 && (
        <span data-tone="amber">
          {say('dispatch.leftOver', { count: plan.unassigned.length })}{' '}
          {[...reasons].map((reason) => sayCode('dispatch.rule', reason)).join(' · ')}
        </span>
      )}
    </>
  );
}
