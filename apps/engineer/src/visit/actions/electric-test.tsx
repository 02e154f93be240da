import { ask } from '@firstfix/client/api.ts';
import { getElectricLimits } from '@firstfix/contract/catalogue/endpoints';
import { POLARITIES, type Polarity, type TestPhase } from '@firstfix/contract/fieldwork/codes';
import { recordReadings } from '@firstfix/contract/fieldwork/endpoints';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { type Hazard, HazardForm } from '../../evidence/hazard-form.tsx';
import { Act } from '../../parts/act.tsx';
import { Choice, Field, Pick } from '../../parts/field.tsx';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import { isOutside, limitsOf, MEASURED, type Measured, readNumber } from '../measured.ts';
import { type JobActionProps, useNot } from '../step.ts';

type Values = Readonly<Record<Measured, string>>;

const EMPTY: Values = { voltageVolts: '', earthOhms: '', neutralToEarthVolts: '', leakageMilliamps: '' };

/** The electric safety test: each value beside its limit; what is outside asks for the hazard record. */
export function ElectricTest({ visit, job, phase }: JobActionProps & { phase: TestPhase }) {
  const say = useWords();
  const record = useFieldCommand(recordReadings, visit.id);
  const limits = useQuery(ask(getElectricLimits, { query: { category: job.category } })).data;
  const [values, setValues] = useState(EMPTY);
  const [noEarth, setNoEarth] = useState(false);
  const [polarity, setPolarity] = useState<Polarity>('correct');
  const [hazard, setHazard] = useState<Hazard>({});
  const needed = MEASURED.filter((item) => item !== 'earthOhms' || !noEarth);
  const outside =
    noEarth ||
    polarity !== 'correct' ||
    needed.some((item) => isOutside(readNumber(values[item]), limitsOf(item, limits)));
  const incomplete = needed.some((item) => readNumber(values[item]) === undefined);
  const unsigned = outside && !(hazard.photoHash && hazard.signatureHash);
  const not = useNot(
    visit.id,
    incomplete ? say('visit.readingsNeeded') : unsigned && say('visit.hazardNeeded'),
  );
  const send = () =>
    record.mutate({
      workOrderId: job.workOrderId,
      phase,
      measurements: {
        voltageVolts: readNumber(values.voltageVolts) ?? 0,
        earthOhms: noEarth ? null : (readNumber(values.earthOhms) ?? 0),
        neutralToEarthVolts: readNumber(values.neutralToEarthVolts) ?? 0,
        leakageMilliamps: readNumber(values.leakageMilliamps) ?? 0,
        polarity,
      },
      ...(outside && { hazard }),
    });
  return (
    <>
      {needed.map((item) => (
        <Reading
          key={item}
          item={item}
          value={values[item]}
          limits={limitsOf(item, limits)}
          onValue={(value) => setValues({ ...values, [item]: value })}
        />
      ))}
      <Choice type="checkbox" checked={noEarth} onChange={({ target }) => setNoEarth(target.checked)}>
        {say('visit.noEarth')}
      </Choice>
      <Pick
        label={say('visit.polarity')}
        value={polarity}
        onPick={(picked) => setPolarity(POLARITIES.find((one) => one === picked) ?? 'correct')}
        options={POLARITIES.map((one) => [one, say(`visit.polarities.${one}`)] as const)}
      />
      {outside && (
        <>
          <p className={panel.note}>{say('visit.hazardWhy')}</p>
          <HazardForm hazard={hazard} onHazard={setHazard} />
        </>
      )}
      <Act onAct={send} busy={record.isPending} problem={record.error} not={not}>
        {say(outside ? 'visit.recordHazard' : 'visit.recordReadings')}
      </Act>
    </>
  );
}

interface ReadingProps {
  readonly item: Measured;
  readonly value: string;
  readonly limits: ReturnType<typeof limitsOf>;
  readonly onValue: (value: string) => void;
}

function Reading({ item, value, limits, onValue }: ReadingProps) {
  const say = useWords();
  const [minimum, maximum] = limits;
  const allowed =
    minimum === undefined
      ? maximum !== undefined && say('visit.atMost', { maximum })
      : say('visit.between', { minimum, maximum: maximum ?? '' });
  const wrong = isOutside(readNumber(value), limits) ? say('visit.outsideLimits') : undefined;
  return (
    <Field
      label={`${say(`visit.measured.${item}`)}${allowed ? ` · ${allowed}` : ''}`}
      inputMode="decimal"
      value={value}
      wrong={wrong}
      onChange={({ target }) => onValue(target.value)}
    />
  );
}
