import type { BodyOf } from '@firstfix/contract';
import type { recordReadings } from '@firstfix/contract/fieldwork/endpoints';
import { Choice } from '../parts/field.tsx';
import panel from '../parts/panel.module.css';
import { useWords } from '../words/words.ts';
import { PhotoButton } from './photo-button.tsx';
import { SignaturePad } from './signature-pad.tsx';

/** The hazard record as far as it is filled in. */
export type Hazard = NonNullable<BodyOf<typeof recordReadings>['hazard']>;

interface HazardFormProps {
  readonly hazard: Hazard;
  readonly onHazard: (hazard: Hazard) => void;
}

/** Shown to the customer, photographed, signed. */
export function HazardForm({ hazard, onHazard }: HazardFormProps) {
  const say = useWords();
  const { photoHash, signatureHash: _, ...unsigned } = hazard;
  return (
    <div className={panel.rows}>
      <PhotoButton
        label={say('visit.hazardPhoto')}
        taken={photoHash === undefined ? [] : [photoHash]}
        onTaken={(hash) => onHazard({ ...hazard, photoHash: hash })}
      />
      <Choice
        type="checkbox"
        checked={hazard.concernsBuilding ?? false}
        onChange={({ target }) => onHazard({ ...hazard, concernsBuilding: target.checked })}
      >
        {say('visit.concernsBuilding')}
      </Choice>
      <SignaturePad
        label={say('visit.hazardSignature')}
        onSigned={(hash) =>
          onHazard({
            ...unsigned,
            ...(photoHash !== undefined && { photoHash }),
            ...(hash !== undefined && { signatureHash: hash }),
          })
        }
      />
    </div>
  );
}
