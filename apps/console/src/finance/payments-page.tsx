import { api } from '@firstfix/client/api.ts';
import { browsePayments, refundPayment } from '@firstfix/contract/pay/endpoints';
import { PAYMENT_METHODS, PAYMENT_STATES, type PaymentView } from '@firstfix/contract/pay/schemas';
import { parseInstant } from '@firstfix/kernel';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ActionDialog } from '../page/action-dialog.tsx';
import { ChoiceFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { yuan } from '../page/yuan.ts';
import { useWords } from '../words/words.ts';
import type { PaymentsSearch } from './finance-search.ts';
import { PaymentStateChip } from './payment-state-chip.tsx';

const route = getRouteApi('/inside/finance/payments');

/** Customers' payments, newest first. */
export function PaymentsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { state, method, cursor } = search;
  const show = (next: PaymentsSearch) => navigate({ to: '/finance/payments', search: next });
  return (
    <DataTable
      name={say('finance.payments')}
      columns={usePaymentColumns()}
      rowKey={({ id }) => id}
      data={useList(browsePayments, { state, method, cursor })}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      filters={
        <>
          <ChoiceFilter
            name={say('finance.state')}
            value={state}
            onValue={(next) => show({ ...search, state: next, cursor: undefined })}
            choices={PAYMENT_STATES.map((one) => ({ value: one, label: say(`finance.paymentState.${one}`) }))}
          />
          <ChoiceFilter
            name={say('finance.methodName')}
            value={method}
            onValue={(next) => show({ ...search, method: next, cursor: undefined })}
            choices={PAYMENT_METHODS.map((one) => ({ value: one, label: say(`finance.method.${one}`) }))}
          />
        </>
      }
      empty={say('finance.noPayment')}
    />
  );
}

function usePaymentColumns(): Column<PaymentView>[] {
  const say = useWords();
  const { moment } = useMoments();
  const madeAt = ({ createdAt }: PaymentView) => moment(parseInstant(createdAt));
  return [
    {
      key: 'at',
      title: say('finance.at'),
      fixed: true,
      cell: (payment) => (
        <Link to="/finance/orders/$id" params={{ id: payment.workOrderId }}>
          {madeAt(payment)}
        </Link>
      ),
      text: madeAt,
      typed: { kind: 'instant', of: ({ createdAt }) => parseInstant(createdAt) },
    },
    {
      key: 'amount',
      title: say('finance.amount'),
      align: 'end',
      cell: ({ amountFen }) => yuan(amountFen),
      text: ({ amountFen }) => yuan(amountFen),
      typed: { kind: 'fen', of: ({ amountFen }) => amountFen },
    },
    {
      key: 'state',
      title: say('finance.state'),
      cell: ({ state }) => <PaymentStateChip state={state} />,
      text: ({ state }) => say(`finance.paymentState.${state}`),
    },
    {
      key: 'method',
      title: say('finance.methodName'),
      cell: ({ method }) => say(`finance.method.${method}`),
      text: ({ method }) => say(`finance.method.${method}`),
    },
    {
      key: 'receipt',
      title: say('finance.receipt'),
      cell: ({ receiptNumber }) => receiptNumber,
      text: ({ receiptNumber }) => receiptNumber ?? '',
    },
    {
      key: 'provider',
      title: say('finance.provider'),
      cell: ({ provider }) => provider,
      text: ({ provider }) => provider,
    },
    { key: 'refund', title: '', cell: (payment) => <Refund payment={payment} /> },
  ];
}

function Refund({ payment }: { payment: PaymentView }) {
  const say = useWords();
  return (
    <ActionDialog<{ reason: string }>
      title={say('finance.refund')}
      endpoint={refundPayment}
      disabledReason={payment.state === 'paid' ? undefined : say('finance.onlyPaid')}
      danger
      fields={[{ name: 'reason', label: say('finance.reason'), as: 'words' }]}
      send={(body) => api.call(refundPayment, { params: { id: payment.id }, body, ifMatch: payment.version })}
      changes={[browsePayments]}
    />
  );
}
