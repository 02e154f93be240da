import { api, ask } from '@firstfix/client/api.ts';
import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { createPayment, getReceipt, listPayments, simulatePayment } from '@firstfix/contract/pay/endpoints';
import type { PaymentView } from '@firstfix/contract/pay/schemas';
import { fen, formatYuan, parseInstant } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** Paying what was agreed, to the fen, and the receipt for it. */
export function PayCard({ order, job }: { order: WorkOrderView; job: JobView }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listPayments, { params: { id: order.id } }));
  const { quote } = job;
  if (quote?.state !== 'approved' || quote.totalFen === 0) return null;
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  const settled = data?.items.find(({ state }) => state === 'paid' || state === 'refunded');
  return (
    <Card title={say('order.pay')} calls={data !== undefined && settled === undefined}>
      {!data && <Loading />}
      {settled && <Receipt payment={settled} />}
      {data && !settled && (
        <PayButton
          workOrderId={order.id}
          totalFen={quote.totalFen}
          failed={data.items.some(({ state }) => state === 'failed')}
        />
      )}
    </Card>
  );
}

interface PayProps {
  readonly workOrderId: string;
  readonly totalFen: number;
  readonly failed: boolean;
}

/** Opens the payment and lets the simulated provider say what became of it. */
function PayButton({ workOrderId, totalFen, failed }: PayProps) {
  const say = useWords();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (outcome: 'paid' | 'failed') => {
      const body = { amountFen: totalFen, method: 'online' } as const;
      const { id } = await api.call(createPayment, { params: { id: workOrderId }, body });
      return api.call(simulatePayment, { params: { id }, body: { outcome } });
    },
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <>
      {failed && <p data-tone="amber">{say('order.payFailed')}</p>}
      {error && <ProblemNotice problem={error} />}
      <Button primary disabled={isPending} onClick={() => mutate('paid')}>
        {say('order.payNow', { total: formatYuan(fen(totalFen)) })}
      </Button>
      <Button disabled={isPending} onClick={() => mutate('failed')}>
        {say('order.payFail')}
      </Button>
      <p className={form.soft}>{say('order.paySimulated')}</p>
    </>
  );
}

function Receipt({ payment }: { payment: PaymentView }) {
  const say = useWords();
  const moments = useMoments();
  const { data } = useQuery(ask(getReceipt, { params: { id: payment.id } }));
  return (
    <Facts
      facts={[
        [say('order.paid'), formatYuan(fen(payment.amountFen))],
        [say('order.payMethod'), say(`order.method.${payment.method}`)],
        [say('order.receipt'), payment.receiptNumber],
        [say('order.tax'), data ? formatYuan(fen(data.taxFen)) : null],
        [say('order.paidAt'), payment.paidAt && moments.moment(parseInstant(payment.paidAt))],
        [say('order.refundedAt'), payment.refundedAt && moments.moment(parseInstant(payment.refundedAt))],
      ]}
    />
  );
}
