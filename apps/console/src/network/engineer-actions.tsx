import { api } from '@firstfix/client/api.ts';
import {
  changeGrade,
  changeStanding,
  getEngineer,
  leaveNetwork,
  listEngineers,
  transferEngineer,
} from '@firstfix/contract/network/endpoints';
import type { EngineerDetail } from '@firstfix/contract/network/schemas';
import { GRADES, type Grade, STANDING_CHANGES, type Standing } from '@firstfix/contract/network/states';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useOutlets, useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';

interface EngineerProps {
  readonly engineer: EngineerDetail;
}

/** What may be done to an engineer's standing in the network. */
export function EngineerActions({ engineer }: EngineerProps) {
  return (
    <>
      <ChangeGrade engineer={engineer} />
      <ChangeStanding engineer={engineer} />
      <Transfer engineer={engineer} />
      <Leave engineer={engineer} />
    </>
  );
}

const CHANGES = [getEngineer, listEngineers];

/** Nothing changes for who has left. */
function useGone({ active }: EngineerDetail): string | undefined {
  const say = useWords();
  return active ? undefined : say('network.hasLeft');
}

function ChangeGrade({ engineer }: EngineerProps) {
  const say = useWords();
  return (
    <ActionDialog<{ grade: Grade; evidence: string }>
      title={say('network.changeGrade')}
      endpoint={changeGrade}
      disabledReason={useGone(engineer)}
      fields={[
        {
          name: 'grade',
          label: say('network.grade'),
          as: 'one',
          choices: GRADES.filter((grade) => grade !== engineer.grade).map((grade) => ({
            value: grade,
            label: grade,
          })),
        },
        { name: 'evidence', label: say('network.evidence') },
      ]}
      send={(body) => api.call(changeGrade, { params: { id: engineer.id }, body, ifMatch: engineer.version })}
      changes={CHANGES}
    />
  );
}

function ChangeStanding({ engineer }: EngineerProps) {
  const say = useWords();
  return (
    <ActionDialog<{ standing: Standing; reason: string }>
      title={say('network.changeStanding')}
      endpoint={changeStanding}
      disabledReason={useGone(engineer)}
      fields={[
        {
          name: 'standing',
          label: say('network.standingName'),
          as: 'one',
          choices: STANDING_CHANGES[engineer.standing].map((standing) => ({
            value: standing,
            label: say(`network.standing.${standing}`),
          })),
        },
        { name: 'reason', label: say('network.reason'), as: 'words' },
      ]}
      send={(body) =>
        api.call(changeStanding, { params: { id: engineer.id }, body, ifMatch: engineer.version })
      }
      changes={CHANGES}
    />
  );
}

function Transfer({ engineer }: EngineerProps) {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  const { outletId, territoryId } = engineer;
  return (
    <ActionDialog<{ outletId: string; territoryId: string }>
      title={say('network.transfer')}
      endpoint={transferEngineer}
      disabledReason={useGone(engineer)}
      start={{ outletId, territoryId }}
      fields={[
        { name: 'outletId', label: say('network.outlet'), as: 'one', choices: outlets.choices },
        { name: 'territoryId', label: say('network.territory'), as: 'one', choices: territories.choices },
      ]}
      send={(body) =>
        api.call(transferEngineer, { params: { id: engineer.id }, body, ifMatch: engineer.version })
      }
      changes={CHANGES}
    />
  );
}

function Leave({ engineer }: EngineerProps) {
  const say = useWords();
  return (
    <ActionDialog<{ leftOn: string }>
      title={say('network.leave')}
      endpoint={leaveNetwork}
      disabledReason={useGone(engineer)}
      danger
      fields={[{ name: 'leftOn', label: say('network.leftOn'), as: 'day', hint: say('network.leaveHint') }]}
      send={(body) =>
        api.call(leaveNetwork, { params: { id: engineer.id }, body, ifMatch: engineer.version })
      }
      changes={CHANGES}
    />
  );
}
