import { MINUTE, parseInstant, SECOND, type TimeWindow } from '@firstfix/kernel';
import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import { stretchIn } from './place-in-span.ts';
import { useRuleWords } from './rule-words.ts';
import styles from './timeline.module.css';
import { useLackedSkills } from './use-lacked-skills.ts';
import { type Look, lookOf, type Verdict, verdictOn, type Wish } from './verdict.ts';

/** What letting go here would mean, by the engine's verdict: seen before anything is done. */
export function Ghost({ wish, span }: { wish: Wish; span: TimeWindow }) {
  const say = useWords();
  const inWords = useProblemWords();
  const { data: verdict, error } = useQuery(verdictOn(wish));
  if (error) return <Barred>{inWords(error)}</Barred>;
  if (!verdict) return <span className={styles.notice}>{say('dispatch.judging')}</span>;
  if (lookOf(verdict) === 'refused') return <Refusing wish={wish} verdict={verdict} />;
  return <Preview wish={wish} verdict={verdict} span={span} />;
}

/** Where it would stand, the way it adds, and what it breaks. */
function Preview({ wish, verdict, span }: { wish: Wish; verdict: Verdict; span: TimeWindow }) {
  const say = useWords();
  const ruleWords = useRuleWords();
  const { board } = useBoardDesk();
  const look: Look = lookOf(verdict);
  const order = board.orders.find(({ id }) => id === wish.orderId);
  const start = parseInstant(verdict.plannedStartAt);
  const work = { start, end: start + (order?.work.standardSeconds ?? 0) * SECOND };
  const minutes = Math.round((verdict.travelSeconds * SECOND) / MINUTE);
  return (
    <>
      <i className={styles.verdict} data-look={look} />
      <span className={styles.ghost} data-look={look} style={stretchIn(span, work)}>
        {say('dispatch.addedTravel', { minutes })}
      </span>
      {look === 'warned' && (
        <span className={styles.notice} data-look="warned">
          <span aria-hidden="true">▲</span> {ruleWords(verdict.broken)}
        </span>
      )}
    </>
  );
}

function Refusing({ wish, verdict }: { wish: Wish; verdict: Verdict }) {
  const say = useWords();
  const ruleWords = useRuleWords();
  const lacked = useLackedSkills(wish);
  const lacks = lacked === '' ? '' : ` · ${say('dispatch.lacks', { skills: lacked })}`;
  return <Barred>{`${ruleWords(verdict.broken)}${lacks}`}</Barred>;
}

/** Nobody lets go here by mistake: the whole row is hatched. */
function Barred({ children }: { children: string }) {
  return (
    <>
      <i className={styles.verdict} data-look="refused" />
      <span className={styles.notice} data-look="refused">
        <span aria-hidden="true">⊘</span> {children}
      </span>
    </>
  );
}
