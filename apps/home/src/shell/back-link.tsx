import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { useIsLinked } from './linked.ts';

/** Back to one's services; a link's session has nothing to go back to. */
export function BackLink() {
  const say = useWords();
  if (useIsLinked()) return null;
  return <Link to="/home">← {say('start.back')}</Link>;
}
