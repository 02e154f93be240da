import { clockQuery } from '@firstfix/client/clock.tsx';
import { parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { PhoneFrame } from '@firstfix/ui/phone-frame.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeptCommand, listKeptCommands } from '../connection/command-store.ts';
import { type KeptStop, readKeptDay } from '../connection/kept-day.ts';
import panel from '../parts/panel.module.css';
import { useCodeWords, useWords } from '../words/words.ts';

/** Opened without the server: says so, and shows what the phone holds: the day as last seen, and what is to be sent. */
export function Unreached() {
  const say = useWords();
  const queries = useQueryClient();
  const { data: kept = [] } = useQuery({
    queryKey: ['kept commands'],
    queryFn: listKeptCommands,
    networkMode: 'always',
  });
  const day = readKeptDay();
  return (
    <PhoneFrame title={say('start.title')}>
      <div className={panel.rows}>
        <section className={panel.next} role="alert">
          <h1>{say('unreached.title')}</h1>
          <p>{say('unreached.means')}</p>
          <Button primary onClick={() => queries.refetchQueries({ queryKey: clockQuery.queryKey })}>
            {say('unreached.again')}
          </Button>
        </section>
        <Kept commands={kept} />
        {day && <Stops seenAt={day.seenAt} stops={day.stops} />}
      </div>
    </PhoneFrame>
  );
}

function Kept({ commands }: { commands: readonly KeptCommand[] }) {
  const say = useWords();
  const sayCode = useCodeWords();
  return (
    <section className={panel.panel}>
      <h2>{say('unreached.kept')}</h2>
      {commands.length === 0 && <p className={panel.note}>{say('unreached.nothingKept')}</p>}
      {commands.map(({ commandId, path }) => (
        <p key={commandId}>{sayCode('unreached.command', path.slice(path.lastIndexOf('/') + 1))}</p>
      ))}
    </section>
  );
}

function Stops({ seenAt, stops }: { seenAt: string; stops: readonly KeptStop[] }) {
  const say = useWords();
  const moments = useMoments();
  return (
    <section className={panel.panel}>
      <h2>{say('unreached.day', { time: moments.moment(parseInstant(seenAt)) })}</h2>
      {stops.map(({ id, start, end, community }) => (
        <p key={id} className={panel.row}>
          <span>{community}</span>
          <span>
            {moments.clock(parseInstant(start))}–{moments.clock(parseInstant(end))}
          </span>
        </p>
      ))}
    </section>
  );
}
