import { ask } from '@firstfix/client/api.ts';
import { OwnSessions } from '@firstfix/client/own-sessions.tsx';
import { leave } from '@firstfix/client/session.ts';
import { getMyProfile } from '@firstfix/contract/network/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';
import { forgetDay } from '../connection/kept-day.ts';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';

/** Who is signed in on this phone, where else, and the way out. */
export function MePage() {
  const say = useWords();
  const ui = useUiWords();
  const { data } = useQuery(ask(getMyProfile));
  return (
    <section className={panel.rows}>
      <h1>{data ? data.engineer.name : say('shell.me')}</h1>
      {data && (
        <p className={panel.note}>
          {data.engineer.licenceNumber} · {data.outlet.name} · {data.territory.name}
        </p>
      )}
      <section className={panel.panel}>
        <h2>{ui('sessions.title')}</h2>
        <OwnSessions />
      </section>
      <Button
        onClick={() => {
          forgetDay();
          return leave();
        }}
      >
        {say('start.leave')}
      </Button>
    </section>
  );
}
