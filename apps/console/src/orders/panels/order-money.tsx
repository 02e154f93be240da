import { ask } from '@firstfix/client/api.ts';
import { getOrderMoney } from '@firstfix/contract/pay/endpoints';
import { fen, formatYuan } from '@firstfix/kernel';
import { useQuery } from '@tanstack/react-query';
import { mayCall, useSession } from '../../connection/session.ts';
import { useCodeWords, useWords } from '../../words/words.ts';
import { Fact } from '../fact.tsx';
import styles from '../order-page.module.css';

/** What the customer paid, and what the verdict made the engineer earn; nothing while there is none. */
export function OrderMoney({ orderId }: { orderId: string }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const { role } = useSession();
  const { data } = useQuery({
    ...ask(getOrderMoney, { params: { id: orderId } }),
    enabled: mayCall(getOrderMoney, role),
  });
  if (!data || (data.payments.length === 0 && data.earning === null)) return null;
  const { payments, earning } = data;
  return (
    <section className={styles.panel} aria-label={say('orderPage.money')}>
      <h2>{say('orderPage.money')}</h2>
      <dl className={styles.facts}>
        {payments.map(({ id, amountFen, method, state }) => (
          <Fact key={id} name={sayCode('orderPage.method', method)}>
            {formatYuan(fen(amountFen))} {sayCode('orderPage.paymentState', state)}
          </Fact>
        ))}
        {earning && (
          <>
            <Fact name={say('orderPage.stars')}>
              {earning.stars === null ? say('orderPage.neutral') : '★'.repeat(earning.stars)}
            </Fact>
            <Fact name={say('orderPage.wage')}>{formatYuan(fen(earning.wageFen))}</Fact>
            {earning.wageLines.map(({ rule, arithmetic, amountFen }) => (
              <Fact key={rule} name={sayCode('orderPage.rule', rule)}>
                {formatYuan(fen(amountFen))} <small>{arithmetic}</small>
              </Fact>
            ))}
          </>
        )}
      </dl>
    </section>
  );
}
