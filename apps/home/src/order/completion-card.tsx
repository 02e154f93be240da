import { ask } from '@firstfix/client/api.ts';
import { useChange } from '@firstfix/client/change.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getDemo } from '@firstfix/contract/identity/endpoints';
import { listMyMessages } from '@firstfix/contract/notices/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { confirmWorkOrder } from '@firstfix/contract/verdict/endpoints';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';

/** The customer says the work is done: here, or by reading the code out of the message to the engineer. */
export function CompletionCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const { mutate, isPending, error } = useChange(confirmWorkOrder);
  if (order.state !== 'completed') return null;
  return (
    <Card title={say('order.completion')} calls>
      <p>{say('order.completionMeans')}</p>
      <CodeMessage workOrderId={order.id} />
      {error && <ProblemNotice problem={error} />}
      <Button primary disabled={isPending} onClick={() => mutate({ params: { id: order.id }, body: {} })}>
        {say('order.confirm')}
      </Button>
    </Card>
  );
}

/** It comes a moment after the work is done. */
const LOOK_AGAIN_MS = 2_000;

/** The text of the message, where messages are simulated. */
function CodeMessage({ workOrderId }: { workOrderId: string }) {
  const { data: demo } = useQuery(ask(getDemo));
  const { data: text } = useQuery({
    ...ask(listMyMessages, { query: { subjectId: workOrderId } }),
    select: codeIn,
    refetchInterval: ({ state }) =>
      demo?.demo === true && !(state.data && codeIn(state.data)) ? LOOK_AGAIN_MS : false,
  });
  return text ? <p className={form.soft}>{text}</p> : null;
}

function codeIn({ items }: ResponseOf<typeof listMyMessages>): string | null | undefined {
  return items.find(({ template }) => template === 'completion_code')?.text;
}
