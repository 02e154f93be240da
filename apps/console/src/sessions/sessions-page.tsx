import { OwnSessions } from '@firstfix/client/own-sessions.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { Panel } from '../page/panel.tsx';

/** Where one is signed in, and the way out of all other places. */
export function SessionsPage() {
  const ui = useUiWords();
  return (
    <Panel title={ui('sessions.title')}>
      <OwnSessions />
    </Panel>
  );
}
