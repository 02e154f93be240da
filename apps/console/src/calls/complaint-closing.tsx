import { api } from '@firstfix/client/api.ts';
import { closeComplaint } from '@firstfix/contract/verdict/endpoints';
import type { ComplaintView } from '@firstfix/contract/verdict/schemas';
import { mayCall, useSession } from '../connection/session.ts';
import { Refusal } from '../orders/actions/refusal.tsx';
import { useOrderCommand } from '../orders/actions/use-order-command.ts';
import { ActionButton } from '../page/action-button.tsx';
import { useWords } from '../words/words.ts';

/** Settled, the customer agrees: only after it was judged. */
export function ComplaintClosing({
  complaint,
  onClosed,
}: {
  complaint: ComplaintView;
  onClosed: () => void;
}) {
  const say = useWords();
  const { role } = useSession();
  const close = useOrderCommand(
    () => api.call(closeComplaint, { params: { id: complaint.id }, ifMatch: complaint.version }),
    say('calls.noted'),
    onClosed,
  );
  if (complaint.closedAt !== null || !mayCall(closeComplaint, role)) return null;
  return (
    <div>
      <Refusal error={close.error} />
      <ActionButton
        reason={complaint.judgedAt === null ? say('calls.notJudged') : undefined}
        loading={close.isPending}
        onClick={() => close.mutate()}
      >
        {say('calls.close')}
      </ActionButton>
    </div>
  );
}
