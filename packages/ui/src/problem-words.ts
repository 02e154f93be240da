import { ApiProblem } from '@firstfix/contract/client';
import { useUiWords } from './language.ts';

/** Says what went wrong: a refusal in the server's words, which come in our language, or that it was not reached. */
export function useProblemWords(): (problem: Error) => string {
  const say = useUiWords();
  return (problem) => (problem instanceof ApiProblem ? problem.message : say('place.offline'));
}
