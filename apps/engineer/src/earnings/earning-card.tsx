import { ask } from '@firstfix/client/api.ts';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { EarningEntry } from '@firstfix/contract/pay/schemas';
import { fen, formatYuan, parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import panel from '../parts/panel.module.css';
import { useCodeWords, useWords } from '../words/words.ts';
import { useJobName } from '../work/catalogue-names.ts';
import styles from './earnings.module.css';

/** What one verdict earned or took back: its stars, and each line with its rule and arithmetic. */
export function EarningCard({ entry }: { entry: EarningEntry }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const nameOf = useJobName();
  const { data: order } = useQuery(ask(getWorkOrder, { params: { id: entry.workOrderId } }));
  const stars =
    entry.stars === null ? say('earnings.neutral') : say('earnings.stars', { stars: entry.stars });
  return (
    <article className={panel.panel}>
      <div className={panel.row}>
        <h2>{order ? nameOf(order.work) : moments.clock(parseInstant(entry.at))}</h2>
        <strong className={panel.money}>{formatYuan(fen(entry.amountFen))}</strong>
      </div>
      <p>
        {stars}
        {entry.kind === 'taken_back' && ` · ${say('earnings.takenBack')}`}
      </p>
      <dl className={styles.lines}>
        {entry.lines.map((line) => (
          <div key={line.rule}>
            <dt>{sayCode('earnings.rules', line.rule)}</dt>
            <dd>{line.arithmetic}</dd>
          </div>
        ))}
      </dl>
      <p className={panel.note}>
        {order && `${order.number} · `}
        {say('earnings.by', { time: moments.moment(parseInstant(entry.at)), version: entry.policyVersion })}
      </p>
    </article>
  );
}
