import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getSystemState } from '@firstfix/contract/platform/endpoints';
import { SECOND } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { Chip } from '../page/chip.tsx';
import { LocalTable } from '../page/local-table.tsx';
import { Columns, Fact, Facts, Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';

const LOOK_AGAIN_MS = 5 * SECOND;

type SystemState = ResponseOf<typeof getSystemState>;

/** What waits in the background and what went wrong there; looks again by itself. */
export function SystemPage() {
  const state = useQuery({ ...ask(getSystemState), refetchInterval: LOOK_AGAIN_MS });
  return (
    <Shown of={state}>
      {(data) => (
        <>
          <Columns>
            <Waiting state={data} />
            <Machine state={data} />
          </Columns>
          <Jobs jobs={data.jobs} />
        </>
      )}
    </Shown>
  );
}

function Waiting({ state }: { state: SystemState }) {
  const say = useWords();
  const { timers, slaClocks } = state;
  return (
    <Panel title={say('admin.waiting')}>
      <Facts>
        <Fact name={say('admin.eventsWaiting')}>{state.eventsWaiting}</Fact>
        <Fact name={say('admin.timers')}>
          {say('admin.ofThem', { count: timers.set, part: timers.overdue })}
        </Fact>
        <Fact name={say('admin.clocks')}>
          {say('admin.clockCounts', {
            open: slaClocks.open,
            paused: slaClocks.paused,
            warned: slaClocks.warned,
            breached: slaClocks.breached,
          })}
        </Fact>
        <Fact name={say('admin.unsealed')}>{state.auditRowsUnsealed}</Fact>
      </Facts>
    </Panel>
  );
}

const MEBIBYTE = 1024 * 1024;

function Machine({ state }: { state: SystemState }) {
  const say = useWords();
  const { length } = useMoments();
  const { busy, idle, waiting } = state.connections;
  const megabytes = (bytes: number) => say('admin.megabytes', { count: Math.round(bytes / MEBIBYTE) });
  return (
    <Panel title={say('admin.server')}>
      <Facts>
        <Fact name={say('admin.up')}>{length(state.upSeconds * SECOND)}</Fact>
        <Fact name={say('admin.memory')}>{megabytes(state.memoryBytes)}</Fact>
        <Fact name={say('admin.database')}>{megabytes(state.databaseBytes)}</Fact>
        <Fact name={say('admin.connections')}>{say('admin.connectionCounts', { busy, idle, waiting })}</Fact>
      </Facts>
    </Panel>
  );
}

type Job = SystemState['jobs'][number];

function Jobs({ jobs }: Pick<SystemState, 'jobs'>) {
  const say = useWords();
  const dead = jobs.reduce((sum, job) => sum + job.dead, 0);
  return (
    <Panel title={say('admin.jobs')}>
      <Chip tone={dead === 0 ? 'celadon' : 'vermilion'}>
        {dead === 0 ? say('admin.noDeadJob') : say('admin.deadJobs', { count: dead })}
      </Chip>
      <LocalTable<Job>
        name={say('admin.jobs')}
        rowKey={({ task }) => task}
        data={{ rows: jobs }}
        columns={useJobColumns()}
        empty={say('admin.noJob')}
      />
    </Panel>
  );
}

function useJobColumns(): Column<Job>[] {
  const say = useWords();
  const count = (key: 'waiting' | 'running' | 'retrying' | 'dead'): Column<Job> => ({
    key,
    title: say(`admin.jobState.${key}`),
    align: 'end',
    cell: (job) => job[key],
    text: (job) => String(job[key]),
  });
  return [
    {
      key: 'task',
      title: say('admin.task'),
      fixed: true,
      cell: ({ task }) => task,
      text: ({ task }) => task,
    },
    count('waiting'),
    count('running'),
    count('retrying'),
    count('dead'),
    {
      key: 'error',
      title: say('admin.lastError'),
      cell: ({ lastError }) => lastError,
      text: ({ lastError }) => lastError ?? '',
    },
  ];
}
