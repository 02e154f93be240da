import type { Endpoint } from '@firstfix/contract';
import { bookSlot, unassignWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import { sendOrderLink } from '@firstfix/contract/identity/endpoints';
import { cancelWorkOrder, urgeWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { legalStates, type WorkOrderAction, workOrderCan } from '@firstfix/contract/orders/states';
import { openComplaint } from '@firstfix/contract/verdict/endpoints';
import { useUiWords } from '@firstfix/ui/language.ts';
import { wordOf } from '@firstfix/ui/state-chip.tsx';
import { useState } from 'react';
import { mayCall, useSession } from '../../connection/session.ts';
import { ActionButton } from '../../page/action-button.tsx';
import { useWords } from '../../words/words.ts';
import styles from './actions.module.css';
import { CancelDialog } from './cancel-dialog.tsx';
import { ComplainDialog } from './complain-dialog.tsx';
import { LinkButton } from './link-button.tsx';
import { UnassignDialog } from './unassign-dialog.tsx';
import { UrgeButton } from './urge-button.tsx';
import { WindowDialog } from './window-dialog.tsx';

type Dialog = 'window' | 'cancel' | 'complain' | 'unassign';

/** What an agent does with an order; what may not be done now is disabled and says why. */
export function OrderActions({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const { role } = useSession();
  const reasonAgainst = useReasonAgainst(order);
  const [open, setOpen] = useState<Dialog>();
  const close = () => setOpen(undefined);
  const windowAction = order.arrivalWindow ? 'reschedule' : 'promiseWindow';
  const may = (endpoint: Endpoint) => mayCall(endpoint, role);
  return (
    <section className={styles.actions} aria-label={say('orderActions.title')}>
      {may(bookSlot) && (
        <ActionButton reason={reasonAgainst(windowAction)} onClick={() => setOpen('window')}>
          {say(`orderActions.${windowAction}`)}
        </ActionButton>
      )}
      {may(urgeWorkOrder) && <UrgeButton order={order} reason={reasonAgainst('urge')} />}
      {may(openComplaint) && (
        <ActionButton onClick={() => setOpen('complain')}>{say('orderActions.complain')}</ActionButton>
      )}
      {may(sendOrderLink) && <LinkButton orderId={order.id} />}
      {may(unassignWorkOrder) && (
        <ActionButton
          reason={order.visitId === null ? say('orderActions.nobodyHasIt') : reasonAgainst('unassign')}
          onClick={() => setOpen('unassign')}
        >
          {say('orderActions.unassign')}
        </ActionButton>
      )}
      {may(cancelWorkOrder) && (
        <ActionButton danger reason={reasonAgainst('cancel')} onClick={() => setOpen('cancel')}>
          {say('orderActions.cancel')}
        </ActionButton>
      )}
      {open === 'window' && <WindowDialog order={order} onClose={close} />}
      {open === 'unassign' && <UnassignDialog order={order} onClose={close} />}
      {open === 'cancel' && <CancelDialog order={order} onClose={close} />}
      {open === 'complain' && <ComplainDialog order={order} onClose={close} />}
    </section>
  );
}

/** Says in which states the contract allows what this one does not. */
function useReasonAgainst({ state }: WorkOrderView): (action: WorkOrderAction) => string | undefined {
  const say = useWords();
  const ui = useUiWords();
  return (action) => {
    if (workOrderCan.do(action, state)) return undefined;
    const states = legalStates(action).map((legal) => wordOf(ui, 'workOrderState', legal));
    return say('orderActions.notNow', {
      state: wordOf(ui, 'workOrderState', state),
      states: states.join(say('orderActions.separator')),
    });
  };
}
