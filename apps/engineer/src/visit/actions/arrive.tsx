import { ApiProblem } from '@firstfix/contract/client';
import { arriveVisit, DOOR_CODE_LOCKED, OUTSIDE_GEOFENCE } from '@firstfix/contract/fieldwork/endpoints';
import { distanceMetres } from '@firstfix/kernel';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { useMyPosition } from '../../connection/position.tsx';
import { Act } from '../../parts/act.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';
import { OwnDoorCode } from './own-door-code.tsx';

/** At the door: near enough, and both sides' codes agree. */
export function Arrive({ visit }: VisitActionProps) {
  const say = useWords();
  const arrive = useFieldCommand(arriveVisit, visit.id);
  const [code, setCode] = useState('');
  const [without, setWithout] = useState(false);
  const [outsideReason, setOutsideReason] = useState('');
  const refused = arrive.error instanceof ApiProblem ? arrive.error.code : undefined;
  const outside = refused === OUTSIDE_GEOFENCE || outsideReason !== '';
  const answer = arrive.data;
  const wrong = answer?.arrived === false ? say('visit.wrongCode', { left: answer.triesLeft }) : undefined;
  const not = useNot(visit.id, !without && !/^\d{6}$/.test(code) && say('visit.codeNeeded'));
  const send = () =>
    arrive.mutate({
      ...(without ? { doorCodeOffline: true } : { doorCode: code }),
      ...(outside && outsideReason !== '' && { confirmedOutside: true, outsideReason }),
    });
  return (
    <>
      <Distance visit={visit} />
      <OwnDoorCode visitId={visit.id} />
      {!without && (
        <Field
          label={say('visit.theirCode')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={code}
          wrong={wrong}
          onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, ''))}
        />
      )}
      <Choice
        type="checkbox"
        checked={without}
        note={say(refused === DOOR_CODE_LOCKED ? 'visit.codeLocked' : 'visit.withoutCodeNote')}
        onChange={({ target }) => setWithout(target.checked)}
      >
        {say('visit.withoutCode')}
      </Choice>
      {outside && (
        <Field
          label={say('visit.outsideReason')}
          maxLength={200}
          value={outsideReason}
          onChange={({ target }) => setOutsideReason(target.value)}
        />
      )}
      <Act onAct={send} busy={arrive.isPending} problem={arrive.error} not={not}>
        {say('visit.arrive')}
      </Act>
    </>
  );
}

/** How far the phone is from the place; the server's fence decides. */
function Distance({ visit }: VisitActionProps) {
  const say = useWords();
  const { state, position } = useMyPosition();
  if (position === undefined) return <p>{say(state === 'refused' ? 'visit.noPosition' : 'visit.seeking')}</p>;
  const metres = Math.round(distanceMetres(position.point, visit.place.point));
  const accuracy = Math.round(position.accuracyMetres);
  return <p>{say('visit.distance', { metres, accuracy })}</p>;
}
