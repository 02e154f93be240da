import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { Alert } from 'antd';

/** What the server said against it, or that it was not reached. */
export function Refusal({ error }: { error: Error | null | undefined }) {
  const inWords = useProblemWords();
  return error ? <Alert type="error" showIcon title={inWords(error)} /> : null;
}
