import { ask } from '@firstfix/client/api.ts';
import { listServiceHistory } from '@firstfix/contract/appliances/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';

const SHOWN = 3;

/** The last visits to this machine. */
export function History({ applianceId }: { applianceId: string }) {
  const say = useWords();
  const moments = useMoments();
  const { data } = useQuery(ask(listServiceHistory, { params: { id: applianceId } }));
  if (!data) return null;
  return (
    <div>
      <span className={panel.label}>{say('visit.history')}</span>
      {data.items.length === 0 && <p>{say('visit.noHistory')}</p>}
      {data.items.slice(0, SHOWN).map((record) => (
        <p key={record.workOrderId}>
          {moments.day(parseInstant(record.at))} · {record.faultCode ?? record.kind} ·{' '}
          {say(record.outcome === 'done' ? 'visit.wasDone' : 'visit.wasNotDone')}
        </p>
      ))}
    </div>
  );
}
