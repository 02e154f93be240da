import { api } from '@firstfix/client/api.ts';
import { createEngineer, listEngineers } from '@firstfix/contract/network/endpoints';
import { ActionDialog } from '../page/action-dialog.tsx';
import { useOutlets, useTerritories } from '../page/directory.ts';
import { useWords } from '../words/words.ts';

interface NewEngineerValues {
  readonly name: string;
  readonly phone: string;
  readonly outletId: string;
  readonly territoryId: string;
  readonly joinedOn: string;
  readonly licenceExpiresOn: string;
  readonly lat: number;
  readonly lng: number;
}

/** An engineer joins, as a trainee. */
export function NewEngineer() {
  const say = useWords();
  const outlets = useOutlets();
  const territories = useTerritories();
  return (
    <ActionDialog<NewEngineerValues>
      title={say('network.newEngineer')}
      endpoint={createEngineer}
      disabledReason={territories.choices.length === 0 ? say('network.officeAddsEngineers') : undefined}
      fields={[
        { name: 'name', label: say('network.name') },
        { name: 'phone', label: say('network.phone'), hint: say('network.phoneHint') },
        { name: 'outletId', label: say('network.outlet'), as: 'one', choices: outlets.choices },
        { name: 'territoryId', label: say('network.territory'), as: 'one', choices: territories.choices },
        { name: 'joinedOn', label: say('network.joinedOn'), as: 'day' },
        { name: 'licenceExpiresOn', label: say('network.licenceUntil'), as: 'day' },
        { name: 'lat', label: say('network.latitude'), as: 'number', hint: say('network.homeHint') },
        { name: 'lng', label: say('network.longitude'), as: 'number' },
      ]}
      send={({ lat, lng, ...engineer }) =>
        api.call(createEngineer, { body: { ...engineer, home: { lat, lng } } })
      }
      changes={[listEngineers]}
    />
  );
}
