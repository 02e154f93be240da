import { ApiProblem } from '@firstfix/contract/client';
import { BREAKS_RULES } from '@firstfix/contract/dispatch/endpoints';
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

/** Why the server refused, and the way out. */
export function useRefusalWords(): (problem: Error) => string {
  const say = useWords();
  const sayCode = useCodeWords();
  const ruleWords = useRuleWords();
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return say('dispatch.noAnswer');
    const { broken } = problem.problem;
    if (problem.code === BREAKS_RULES && Array.isArray(broken)) return ruleWords(broken);
    // dots lead deeper into the catalogue of words
    return sayCode('dispatch.refusal', problem.code.slice(problem.code.lastIndexOf('.') + 1));
  };
}
