import { useChange } from '@firstfix/client/change.ts';
import { cancelWorkOrder, urgeWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { workOrderCan } from '@firstfix/contract/orders/states';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useState } from 'react';
import { WindowPicker } from '../book/window-picker.tsx';
import { Card } from '../parts/card.tsx';
import { Choices } from '../parts/choices.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** What customers may say; the other reasons are the office's. */
const REASONS = [
  'customer_changed_mind',
  'solved_itself',
  'duplicate',
  'wrong_registration',
  'other',
] as const;

/** Press for it, move it, drop it: as far as the state allows, and if not, why. */
export function OrderActions({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const [open, setOpen] = useState<'window' | 'cancel'>();
  const urge = useChange(urgeWorkOrder);
  const first = order.arrivalWindow === null && order.state === 'open';
  const mayMove = first || workOrderCan.do('reschedule', order.state);
  const mayUrge = workOrderCan.do('urge', order.state);
  const mayCancel = workOrderCan.do('cancel', order.state);
  if (!mayMove && !mayUrge && !mayCancel) return null;
  return (
    <Card title={say('order.actions')} calls={first}>
      <div className={form.buttons}>
        <Button
          {...(mayUrge ? {} : { disabledReason: say('order.noUrge') })}
          disabled={!mayUrge || urge.isPending}
          onClick={() => urge.mutate({ params: { id: order.id } })}
        >
          {order.urgeCount > 0 ? say('order.urged', { count: order.urgeCount }) : say('order.urge')}
        </Button>
        <Button
          primary={first}
          {...(mayMove ? {} : { disabledReason: say('order.noMove') })}
          onClick={() => setOpen(open === 'window' ? undefined : 'window')}
        >
          {say(first ? 'order.chooseWindow' : 'order.move')}
        </Button>
        <Button
          {...(mayCancel ? {} : { disabledReason: say('order.noCancel') })}
          onClick={() => setOpen(open === 'cancel' ? undefined : 'cancel')}
        >
          {say('order.cancel')}
        </Button>
      </div>
      {!mayMove && <p className={form.soft}>{say('order.noMove')}</p>}
      {!mayCancel && <p className={form.soft}>{say('order.noCancel')}</p>}
      {urge.error && <ProblemNotice problem={urge.error} />}
      {open === 'window' && mayMove && (
        <WindowPicker workOrderId={order.id} onBooked={() => setOpen(undefined)} />
      )}
      {open === 'cancel' && mayCancel && <CancelForm order={order} onDone={() => setOpen(undefined)} />}
    </Card>
  );
}

function CancelForm({ order, onDone }: { order: WorkOrderView; onDone: () => void }) {
  const say = useWords();
  const [reason, setReason] = useState<(typeof REASONS)[number]>();
  const { mutate, isPending, error } = useChange(cancelWorkOrder);
  return (
    <>
      <p>{say('order.cancelWhy')}</p>
      <Choices
        label={say('order.cancelWhy')}
        as="rows"
        choices={REASONS.map((value) => ({ value, label: say(`order.reason.${value}`) }))}
        chosen={reason ? [reason] : []}
        onChoose={setReason}
      />
      {error && <ProblemNotice problem={error} />}
      <div className={form.buttons}>
        <Button onClick={onDone}>{say('order.keep')}</Button>
        <Button
          disabled={isPending || reason === undefined}
          onClick={() =>
            reason &&
            mutate(
              { params: { id: order.id }, body: { reason }, ifMatch: order.version },
              { onSuccess: onDone },
            )
          }
        >
          {say('order.cancelNow')}
        </Button>
      </div>
    </>
  );
}
