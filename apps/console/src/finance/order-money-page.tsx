import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { getOrderMoney } from '@firstfix/contract/pay/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PageHeader } from '../page/page-header.tsx';
import { Columns, Fact, Facts, Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { yuan } from '../page/yuan.ts';
import { useCodeWords, useWords } from '../words/words.ts';
import { EarningLines } from './earning-lines.tsx';
import { PaymentStateChip } from './payment-state-chip.tsx';

const route = getRouteApi('/inside/finance/orders/$id');

type Money = ResponseOf<typeof getOrderMoney>;

/** All money of one order: what was paid, what it earned whom and why, what the ledger says. */
export function OrderMoneyPage() {
  const { id } = route.useParams();
  const say = useWords();
  const order = useQuery(ask(getWorkOrder, { params: { id } }));
  const money = useQuery(ask(getOrderMoney, { params: { id } }));
  return (
    <>
      <PageHeader
        title={say('finance.moneyOf', { number: order.data?.number ?? '' })}
        back={
          <Link to="/orders/$id" params={{ id }}>
            ← {say('finance.order')}
          </Link>
        }
      />
      <Shown of={money}>
        {(data) => (
          <>
            <Columns>
              <Payments payments={data.payments} />
              <Earning earning={data.earning} />
            </Columns>
            <Ledger ledger={data.ledger} />
          </>
        )}
      </Shown>
    </>
  );
}

function Payments({ payments }: Pick<Money, 'payments'>) {
  const say = useWords();
  return (
    <Panel title={say('finance.payments')}>
      {payments.length === 0 && <Empty>{say('finance.noPayment')}</Empty>}
      <Facts>
        {payments.map((payment) => (
          <Fact key={payment.id} name={say(`finance.method.${payment.method}`)}>
            {yuan(payment.amountFen)} <PaymentStateChip state={payment.state} /> {payment.receiptNumber}
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}

function Earning({ earning }: Pick<Money, 'earning'>) {
  const say = useWords();
  if (earning === null) {
    return (
      <Panel title={say('finance.earnings')}>
        <Empty>{say('finance.noVerdict')}</Empty>
      </Panel>
    );
  }
  const { stars, outletFeeFen } = earning;
  return (
    <Panel title={say('finance.earnings')}>
      <p>
        {stars === null ? say('finance.neutral') : say('finance.starCount', { count: stars })} ·{' '}
        {say('finance.byPolicy', { version: earning.policyVersion })}
      </p>
      <h2>
        {say('finance.wage')} {yuan(earning.wageFen)}
      </h2>
      <EarningLines lines={earning.wageLines} />
      {outletFeeFen !== null && (
        <>
          <h2>
            {say('finance.outletFee')} {yuan(outletFeeFen)}
          </h2>
          <EarningLines lines={earning.outletFeeLines} />
        </>
      )}
    </Panel>
  );
}

/** For the office only: nobody else is told. */
function Ledger({ ledger }: Pick<Money, 'ledger'>) {
  const say = useWords();
  const sayCode = useCodeWords();
  const { moment } = useMoments();
  if (ledger.length === 0) return null;
  return (
    <Panel title={say('finance.ledger')}>
      <Facts>
        {ledger.map(({ id, at, kind }) => (
          <Fact key={id} name={moment(parseInstant(at))}>
            <Link to="/finance/transactions/$id" params={{ id }}>
              {sayCode('finance.transaction', kind)}
            </Link>
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}
