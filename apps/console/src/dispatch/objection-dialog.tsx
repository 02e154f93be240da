import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { Button, Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import styles from './drawer.module.css';
import type { Objection } from './use-assigning.ts';
import { useEngineerName } from './use-engineer-name.ts';
import { useLackedSkills } from './use-lacked-skills.ts';
import { lookOf } from './verdict.ts';

/** What the engine has against an assignment. Warned: one click does it. Refused: only for who takes it upon themselves. */
export function ObjectionDialog() {
  const { assigning } = useBoardDesk();
  if (!assigning.objection) return null;
  return <OpenDialog objection={assigning.objection} />;
}

function OpenDialog({ objection }: { objection: Objection }) {
  const say = useWords();
  const { assigning, board, show } = useBoardDesk();
  const inWords = useProblemWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { wish, verdict, problem } = objection;
  const look = verdict ? lookOf(verdict) : 'refused';
  const name = useEngineerName(wish.engineerId);
  const number = board.orders.find(({ id }) => id === wish.orderId)?.number ?? '';
  const seeWhoCan = () => {
    assigning.dismiss();
    show({ order: wish.orderId });
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-look={look}
      onClose={assigning.dismiss}
      aria-labelledby="objection"
    >
      <h2 id="objection">
        {say(`dispatch.objection.${look === 'refused' ? 'refused' : 'warned'}`, { name, number })}
      </h2>
      {problem && <p>{inWords(problem)}</p>}
      {verdict && <BrokenRules objection={objection} />}
      <Refusal error={assigning.problem} />
      {verdict ? <Insist look={look} /> : <p className={styles.note}>{say('dispatch.final')}</p>}
      <div className={styles.chips}>
        <Button onClick={seeWhoCan}>{say('dispatch.seeWhoCan')}</Button>
        <Button onClick={assigning.dismiss}>{say('dispatch.leaveIt')}</Button>
      </div>
    </dialog>
  );
}

function BrokenRules({ objection: { wish, verdict } }: { objection: Objection }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const skills = useLackedSkills(wish);
  return (
    <ul className={styles.broken}>
      {verdict?.broken.map(({ rule, minutes }) => (
        <li key={rule}>
          <strong>{sayCode('dispatch.rule', rule)}</strong>
          {minutes !== null && <span>{say('dispatch.missesBy', { count: minutes })}</span>}
          {rule === 'skill' && <span>{say('dispatch.lacks', { skills })}</span>}
        </li>
      ))}
    </ul>
  );
}

function Insist({ look }: { look: 'fits' | 'warned' | 'refused' }) {
  const say = useWords();
  const { assigning } = useBoardDesk();
  const [sure, setSure] = useState(look !== 'refused');
  return (
    <div className={styles.chips}>
      {look === 'refused' && (
        <Checkbox checked={sure} onChange={({ target }) => setSure(target.checked)}>
          {say('dispatch.takeItUpon')}
        </Checkbox>
      )}
      <Button
        danger={look === 'refused'}
        type={look === 'refused' ? 'default' : 'primary'}
        disabled={!sure}
        title={sure ? undefined : say('dispatch.tickFirst')}
        loading={assigning.busy}
        onClick={assigning.insist}
      >
        {say('dispatch.assignAnyway')}
      </Button>
    </div>
  );
}
