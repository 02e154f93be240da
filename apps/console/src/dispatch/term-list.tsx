import type { Candidates } from '@firstfix/contract/dispatch/endpoints';
import { MINUTE, SECOND } from '@firstfix/kernel';
import { useWords } from '../words/words.ts';
import styles from './drawer.module.css';

const TERMS = ['travelSeconds', 'preferredSeconds', 'movedSeconds', 'surplusSkillSeconds'] as const;

/** What a choice costs, term by term, in minutes of driving; terms of nothing are left out. */
export function TermList({ term }: { term: Candidates['candidates'][number] }) {
  const say = useWords();
  const told = TERMS.map((name) => ({ name, minutes: Math.round((term[name] * SECOND) / MINUTE) }));
  return (
    <span className={styles.terms}>
      {told
        .filter(({ name, minutes }) => minutes !== 0 || name === 'travelSeconds')
        .map(({ name, minutes }) => say(`dispatch.term.${name}`, { minutes }))
        .join(' · ')}
    </span>
  );
}
