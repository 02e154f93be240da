import { identifyAppliance } from '@firstfix/contract/fieldwork/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { lazy, Suspense, useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { type JobActionProps, useNot } from '../step.ts';

/** The reader weighs a megabyte: only who scans brings it. */
const SerialScanner = lazy(() => import('../../evidence/serial-scanner.tsx'));

/** The serial on the machine, read by the camera or typed. */
export function Identify({ visit, job }: JobActionProps) {
  const say = useWords();
  const identify = useFieldCommand(identifyAppliance, visit.id);
  const [serialNumber, setSerialNumber] = useState('');
  const [scanning, setScanning] = useState(false);
  const not = useNot(visit.id, serialNumber.trim() === '' && say('visit.serialNeeded'));
  const read = (serial: string) => {
    setSerialNumber(serial);
    setScanning(false);
  };
  return (
    <>
      {scanning && (
        <Suspense fallback={<Loading />}>
          <SerialScanner onRead={read} />
        </Suspense>
      )}
      <Button onClick={() => setScanning(!scanning)}>
        {say(scanning ? 'visit.stopScan' : 'visit.scan')}
      </Button>
      <Field
        label={say('visit.serial')}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={serialNumber}
        onChange={({ target }) => setSerialNumber(target.value.toUpperCase())}
      />
      <Act
        onAct={() => identify.mutate({ workOrderId: job.workOrderId, serialNumber: serialNumber.trim() })}
        busy={identify.isPending}
        problem={identify.error}
        not={not}
      >
        {say('visit.identify')}
      </Act>
    </>
  );
}
