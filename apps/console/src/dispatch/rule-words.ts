import { useCodeWords, useWords } from '../words/words.ts';
import type { BrokenRule } from './verdict.ts';

/** Rules an assignment breaks, each with its minutes, as people say them. */
export function useRuleWords(): (broken: readonly Pick<BrokenRule, 'rule' | 'minutes'>[]) => string {
  const say = useWords();
  const sayCode = useCodeWords();
  return (broken) =>
    broken
      .map(({ rule, minutes }) => {
        const by = minutes === null ? '' : ` ${say('dispatch.missesBy', { count: minutes })}`;
        return `${sayCode('dispatch.rule', rule)}${by}`;
      })
      .join(' · ');
}
