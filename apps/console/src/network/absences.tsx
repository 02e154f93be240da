import { api } from '@firstfix/client/api.ts';
import { getEngineer, reportAbsence, withdrawAbsence } from '@firstfix/contract/network/endpoints';
import type { AbsenceView, EngineerDetail } from '@firstfix/contract/network/schemas';
import { ABSENCE_KINDS, type AbsenceKind } from '@firstfix/contract/network/states';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ActionDialog } from '../page/action-dialog.tsx';
import { Fact, Facts, Panel } from '../page/panel.tsx';
import { useWords } from '../words/words.ts';

/** When the engineer will not be there. */
export function Absences({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  return (
    <Panel title={say('network.absences')} actions={<ReportAbsence engineer={engineer} />}>
      {engineer.absences.length === 0 && <Empty>{say('network.noAbsence')}</Empty>}
      <Facts>
        {engineer.absences.map((absence) => (
          <Absence key={absence.id} engineerId={engineer.id} absence={absence} />
        ))}
      </Facts>
    </Panel>
  );
}

function Absence({ engineerId, absence }: { engineerId: string; absence: AbsenceView }) {
  const say = useWords();
  const { moment } = useMoments();
  return (
    <Fact name={say(`network.absence.${absence.kind}`)}>
      {moment(parseInstant(absence.start))} – {moment(parseInstant(absence.end))}{' '}
      <ActionDialog
        title={say('network.withdraw')}
        endpoint={withdrawAbsence}
        fields={[]}
        send={() => api.call(withdrawAbsence, { params: { id: engineerId, absenceId: absence.id } })}
        changes={[getEngineer]}
      />
    </Fact>
  );
}

interface AbsenceValues {
  readonly kind: AbsenceKind;
  readonly start: string;
  readonly end: string;
}

/** Clocks of homes, whoever sits where. */
const OFFSET = '+08:00';

function ReportAbsence({ engineer }: { engineer: EngineerDetail }) {
  const say = useWords();
  return (
    <ActionDialog<AbsenceValues>
      title={say('network.reportAbsence')}
      endpoint={reportAbsence}
      disabledReason={engineer.active ? undefined : say('network.hasLeft')}
      fields={[
        {
          name: 'kind',
          label: say('network.absenceKind'),
          as: 'one',
          choices: ABSENCE_KINDS.map((kind) => ({ value: kind, label: say(`network.absence.${kind}`) })),
        },
        { name: 'start', label: say('network.from'), as: 'time' },
        { name: 'end', label: say('network.to'), as: 'time' },
      ]}
      send={({ kind, start, end }) =>
        api.call(reportAbsence, {
          params: { id: engineer.id },
          body: { kind, start: `${start}:00${OFFSET}`, end: `${end}:00${OFFSET}` },
        })
      }
      changes={[getEngineer]}
    />
  );
}
