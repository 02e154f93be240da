import { api } from '@firstfix/client/api.ts';
import { urgeWorkOrder } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { ActionButton } from '../../page/action-button.tsx';
import { useWords } from '../../words/words.ts';
import { Refusal } from './refusal.tsx';
import { useOrderCommand } from './use-order-command.ts';

/** The customer presses: counted, and owed an answer. */
export function UrgeButton({ order, reason }: { order: WorkOrderView; reason: string | undefined }) {
  const say = useWords();
  const urge = useOrderCommand(
    () => api.call(urgeWorkOrder, { params: { id: order.id } }),
    say('orderActions.urged'),
  );
  return (
    <>
      <ActionButton reason={reason} loading={urge.isPending} onClick={() => urge.mutate()}>
        {say('orderActions.urge')}
      </ActionButton>
      <Refusal error={urge.error} />
    </>
  );
}
