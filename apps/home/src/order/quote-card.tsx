import { useChange } from '@firstfix/client/change.ts';
import { approveQuote, refuseQuote } from '@firstfix/contract/fieldwork/endpoints';
import type { JobView, QuoteView } from '@firstfix/contract/fieldwork/schemas';
import { fen, formatYuan, newId, toRfc3339 } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Button } from '@firstfix/ui/button.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';
import { QuoteLines } from './quote-lines.tsx';

/** The price before the work: lines of the published list, to agree to or not. */
export function QuoteCard({ visitId, job }: { visitId: string; job: JobView }) {
  const say = useWords();
  const { quote } = job;
  if (!quote) return null;
  const open = quote.state === 'given';
  return (
    <Card title={say('order.quote')} calls={open}>
      <QuoteLines lines={quote.lines} totalFen={quote.totalFen} />
      <p className={form.soft}>{say('order.priceList', { name: quote.priceListVersion })}</p>
      {open ? (
        <Decision visitId={visitId} workOrderId={job.workOrderId} quote={quote} />
      ) : (
        <p>{say(quote.state === 'approved' ? 'order.quoteApproved' : 'order.quoteRefused')}</p>
      )}
    </Card>
  );
}

interface DecisionProps {
  readonly visitId: string;
  readonly workOrderId: string;
  readonly quote: QuoteView;
}

function Decision({ visitId, workOrderId, quote }: DecisionProps) {
  const say = useWords();
  const now = useNow();
  const approve = useChange(approveQuote);
  const refuse = useChange(refuseQuote);
  const input = () => ({
    params: { id: visitId },
    body: { commandId: newId(), occurredAt: toRfc3339(now), workOrderId, quoteVersion: quote.quoteVersion },
  });
  const busy = approve.isPending || refuse.isPending;
  const problem = approve.error ?? refuse.error;
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <div className={form.buttons}>
        <Button disabled={busy} onClick={() => refuse.mutate(input())}>
          {say('order.refuse')}
        </Button>
        <Button primary disabled={busy} onClick={() => approve.mutate(input())}>
          {say('order.approve', { total: formatYuan(fen(quote.totalFen)) })}
        </Button>
      </div>
      <p className={form.soft}>{say('order.refuseMeans')}</p>
    </>
  );
}
