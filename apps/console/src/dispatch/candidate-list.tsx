import { ask } from '@firstfix/client/api.ts';
import { type Candidates, listCandidates } from '@firstfix/contract/dispatch/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { MINUTE, parseInstant, SECOND } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCodeWords, useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import styles from './drawer.module.css';
import { TermList } from './term-list.tsx';
import { useEngineerName } from './use-engineer-name.ts';

/** How many are shown at once; the rest is one click away. */
const FIRST_SHOWN = 5;

/** Who could take the order, cheapest first, and what keeps each of the others away. */
export function CandidateList({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const asked = useQuery(ask(listCandidates, { params: { id: order.id } }));
  if (asked.error) return <ProblemNotice problem={asked.error} onAgain={asked.refetch} />;
  if (!asked.data) return <Loading />;
  const candidates = asked.data.candidates.filter(({ engineerId }) => engineerId !== order.engineerId);
  const shown = candidates.slice(0, FIRST_SHOWN);
  const more = candidates.slice(FIRST_SHOWN);
  return (
    <section className={styles.part} aria-label={say('dispatch.candidates')}>
      <h3>{say('dispatch.candidates')}</h3>
      {candidates.length === 0 && <Empty>{say('dispatch.nobodyCould')}</Empty>}
      <ol>
        {shown.map((candidate, index) => (
          <Candidate key={candidate.engineerId} order={order} candidate={candidate} best={index === 0} />
        ))}
      </ol>
      {more.length > 0 && (
        <details>
          <summary>{say('dispatch.moreCandidates', { count: more.length })}</summary>
          <ol>
            {more.map((candidate) => (
              <Candidate key={candidate.engineerId} order={order} candidate={candidate} />
            ))}
          </ol>
        </details>
      )}
      <Refusals order={order} refusals={asked.data.refusals} />
      <p className={styles.note}>{say('dispatch.policy', { policy: asked.data.policy })}</p>
    </section>
  );
}

interface CandidateProps {
  readonly order: WorkOrderView;
  readonly candidate: Candidates['candidates'][number];
  readonly best?: boolean;
}

function Candidate({ order, candidate, best = false }: CandidateProps) {
  const say = useWords();
  const moments = useMoments();
  const name = useEngineerName(candidate.engineerId);
  const { assigning, wishFor } = useBoardDesk();
  const cost = Math.round((candidate.totalSeconds * SECOND) / MINUTE);
  return (
    <li className={styles.candidate}>
      <div>
        <strong>{name}</strong>
        <span>{moments.clock(parseInstant(candidate.startAt))}</span>
        <b title={say('dispatch.costSaid')}>{say('dispatch.cost', { minutes: cost })}</b>
      </div>
      <TermList term={candidate} />
      <Button
        size="small"
        type={best ? 'primary' : 'default'}
        aria-label={say('dispatch.assignTo', { name })}
        disabled={assigning.busy}
        onClick={() => assigning.attempt(wishFor(order.id, candidate.engineerId))}
      >
        {say('dispatch.assign')}
      </Button>
    </li>
  );
}

interface RefusalsProps {
  readonly order: WorkOrderView;
  readonly refusals: Candidates['refusals'];
}

function Refusals({ order, refusals }: RefusalsProps) {
  const say = useWords();
  if (refusals.length === 0) return null;
  return (
    <details>
      <summary>{say('dispatch.keptAway', { count: refusals.length })}</summary>
      <ul>
        {refusals.map((refusal) => (
          <Refused key={refusal.engineerId} order={order} refusal={refusal} />
        ))}
      </ul>
    </details>
  );
}

function Refused({ order, refusal }: { order: WorkOrderView; refusal: RefusalsProps['refusals'][number] }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const name = useEngineerName(refusal.engineerId);
  const { assigning, wishFor } = useBoardDesk();
  const by = refusal.missMinutes === null ? '' : say('dispatch.missesBy', { count: refusal.missMinutes });
  return (
    <li className={styles.refused}>
      <strong>{name}</strong>
      <span>{`${sayCode('dispatch.rule', refusal.rule)} ${by}`}</span>
      <Button
        size="small"
        type="text"
        aria-label={say('dispatch.askFor', { name })}
        onClick={() => assigning.attempt(wishFor(order.id, refusal.engineerId))}
      >
        {say('dispatch.ask')}
      </Button>
    </li>
  );
}
