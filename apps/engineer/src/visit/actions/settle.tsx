import { ask } from '@firstfix/client/api.ts';
import { useLive } from '@firstfix/client/live.ts';
import { getWorkOrder } from '@firstfix/contract/orders/endpoints';
import { getOrderMoney } from '@firstfix/contract/pay/endpoints';
import { confirmWorkOrder } from '@firstfix/contract/verdict/endpoints';
import { fen, formatYuan } from '@firstfix/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeptCommand } from '../../connection/field-command.ts';
import { SignaturePad } from '../../evidence/signature-pad.tsx';
import { Act } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import { useNot, type VisitActionProps } from '../step.ts';

/** After the work: the customer's completion code, what was paid, what it earned. */
export function Settle({ visit }: VisitActionProps) {
  return visit.workOrderIds.map((id) => <SettleOrder key={id} visit={visit} workOrderId={id} />);
}

interface SettleOrderProps extends VisitActionProps {
  readonly workOrderId: string;
}

function SettleOrder({ visit, workOrderId }: SettleOrderProps) {
  const say = useWords();
  const { data: order } = useQuery(ask(getWorkOrder, { params: { id: workOrderId } }));
  useLive(`work-order:${workOrderId}`, [getWorkOrder.id]);
  if (!order) return null;
  const open = order.state === 'completed';
  return (
    <section className={open ? panel.next : panel.panel}>
      <h2 className={panel.title}>{say(open ? 'visit.next.confirm' : 'visit.confirmed')}</h2>
      {open && <Confirm visit={visit} workOrderId={workOrderId} />}
      <Money workOrderId={workOrderId} />
      {!open && <Link to="/">{say('visit.nextVisit')}</Link>}
    </section>
  );
}

/** The code the customer reads out when content, or a signature. */
function Confirm({ visit, workOrderId }: SettleOrderProps) {
  const say = useWords();
  const confirm = useKeptCommand(confirmWorkOrder, visit.id, workOrderId);
  const [completionCode, setCode] = useState('');
  const [signatureHash, setSignature] = useState<string>();
  const coded = /^\d{6}$/.test(completionCode);
  const not = useNot(visit.id, !coded && signatureHash === undefined && say('visit.completionNeeded'));
  const body = coded ? { completionCode } : { ...(signatureHash !== undefined && { signatureHash }) };
  return (
    <>
      <Field
        label={say('visit.completionCode')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={completionCode}
        onChange={({ target }) => setCode(target.value.replaceAll(/\D/g, ''))}
      />
      <details className={panel.more}>
        <summary>{say('visit.signInstead')}</summary>
        <SignaturePad label={say('visit.signature')} onSigned={setSignature} />
      </details>
      <Act onAct={() => confirm.mutate(body)} busy={confirm.isPending} problem={confirm.error} not={not}>
        {say('visit.confirm')}
      </Act>
    </>
  );
}

function Money({ workOrderId }: { workOrderId: string }) {
  const say = useWords();
  const params = { id: workOrderId };
  const { data: money } = useQuery(ask(getOrderMoney, { params }));
  useLive(`work-order:${workOrderId}`, [getOrderMoney.id]);
  if (!money) return null;
  const paid = money.payments.find(({ state }) => state === 'paid');
  return (
    <dl className={panel.rows}>
      <div className={panel.row}>
        <dt>{say('visit.paid')}</dt>
        <dd>{paid ? formatYuan(fen(paid.amountFen)) : say('visit.notPaid')}</dd>
      </div>
      <div className={panel.row}>
        <dt>{say('visit.earned')}</dt>
        <dd>{money.earning ? formatYuan(fen(money.earning.wageFen)) : say('visit.notRated')}</dd>
      </div>
    </dl>
  );
}
