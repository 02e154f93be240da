import { Empty } from '@firstfix/ui/empty.tsx';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';

export function UnknownPage() {
  const say = useWords();
  return (
    <Empty>
      <strong>{say('shell.unknownPage')}</strong>
      <Link to="/">{say('shell.toStart')}</Link>
    </Empty>
  );
}
