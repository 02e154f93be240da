import { Alert } from 'antd';
import { useRefusalWords } from './refusal-words.ts';

/** What the server has against it, in the reader's language. */
export function Refused({ problem }: { problem: Error }) {
  const wordsOf = useRefusalWords();
  return <Alert type="error" showIcon role="alert" title={wordsOf(problem)} />;
}
