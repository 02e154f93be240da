import { Button } from 'antd';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useWords } from '../words/words.ts';
import { useBoardDesk } from './board-context.ts';
import styles from './drawer.module.css';
import type { Done } from './use-assigning.ts';
import { useEngineerName } from './use-engineer-name.ts';

/** What was just done, with the way back; or what went wrong. */
export function AssignedBar() {
  const say = useWords();
  const { assigning } = useBoardDesk();
  const { done, problem, objection } = assigning;
  if (objection || (!done && !problem)) return null;
  return (
    <div className={styles.bar} role="status">
      <Refusal error={problem} />
      {done && <Said done={done} />}
      <Button type="text" aria-label={say('dispatch.close')} onClick={assigning.dismiss}>
        ✕
      </Button>
    </div>
  );
}

function Said({ done }: { done: Done }) {
  const say = useWords();
  const { assigning, board } = useBoardDesk();
  const name = useEngineerName(done.wish.engineerId);
  const number = board.orders.find(({ id }) => id === done.wish.orderId)?.number ?? '';
  return (
    <>
      <span>{say('dispatch.assigned', { number, name })}</span>
      <Button size="small" loading={assigning.busy} onClick={assigning.undo}>
        {say('dispatch.undo')}
      </Button>
    </>
  );
}
