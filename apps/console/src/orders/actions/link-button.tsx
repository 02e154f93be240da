import { api } from '@firstfix/client/api.ts';
import { sendOrderLink } from '@firstfix/contract/identity/endpoints';
import { ActionButton } from '../../page/action-button.tsx';
import { useWords } from '../../words/words.ts';
import { Refusal } from './refusal.tsx';
import { useOrderCommand } from './use-order-command.ts';

/** Sends the customer the link to the order: progress, window, bill and rating without signing in. */
export function LinkButton({ orderId }: { orderId: string }) {
  const say = useWords();
  const send = useOrderCommand(
    () => api.call(sendOrderLink, { params: { id: orderId } }),
    say('orderActions.linkSent'),
  );
  return (
    <>
      <ActionButton loading={send.isPending} onClick={() => send.mutate()}>
        {say('orderActions.sendLink')}
      </ActionButton>
      <Refusal error={send.error} />
    </>
  );
}
