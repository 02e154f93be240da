import { ask } from '@firstfix/client/api.ts';
import { approveQuote, getFieldSheet, refuseQuote } from '@firstfix/contract/fieldwork/endpoints';
import type { QuoteView } from '@firstfix/contract/fieldwork/schemas';
import { fen, formatYuan } from '@firstfix/kernel';
import { Button } from '@firstfix/ui/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { SignaturePad } from '../../evidence/signature-pad.tsx';
import { Act } from '../../parts/act.tsx';
import panel from '../../parts/panel.module.css';
import { Refusal } from '../../parts/refusal.tsx';
import { useWords } from '../../words/words.ts';
import { useNameOf } from '../../work/catalogue-names.ts';
import { type JobActionProps, useNot } from '../step.ts';
import { GiveQuote } from './give-quote.tsx';

/** News come by themselves; this is for the moments in which they don't. */
const LOOK_AGAIN_MS = 5_000;

/** The price lies with the customer: on their own screen, or signed on this one. */
export function AwaitDecision(props: JobActionProps) {
  const say = useWords();
  const { visit, job } = props;
  useQuery({ ...ask(getFieldSheet, { params: { id: visit.id } }), refetchInterval: LOOK_AGAIN_MS });
  if (job.quote === null) return null;
  return (
    <>
      <QuoteTable quote={job.quote} />
      <p role="status">{say('visit.customerDecides')}</p>
      <BySignature {...props} quote={job.quote} />
      <details className={panel.more}>
        <summary>{say('visit.quoteAnew')}</summary>
        <GiveQuote {...props} />
      </details>
    </>
  );
}

/** For a customer without phone or signal; confirmed by message later. */
function BySignature({ visit, job, quote }: JobActionProps & { quote: QuoteView }) {
  const say = useWords();
  const approve = useFieldCommand(approveQuote, visit.id);
  const refuse = useFieldCommand(refuseQuote, visit.id);
  const [signatureHash, setSignatureHash] = useState<string>();
  const not = useNot(visit.id, signatureHash === undefined && say('visit.signatureNeeded'));
  const said = { workOrderId: job.workOrderId, quoteVersion: quote.quoteVersion };
  const signed = { ...said, ...(signatureHash !== undefined && { signatureHash }) };
  return (
    <details className={panel.more}>
      <summary>{say('visit.bySignature')}</summary>
      <div className={panel.rows}>
        <SignaturePad label={say('visit.signature')} onSigned={setSignatureHash} />
        <Refusal problem={refuse.error} />
        <Button
          onClick={() => refuse.mutate(signed)}
          disabled={refuse.isPending}
          {...(not !== undefined && { disabledReason: not })}
        >
          {say('visit.refuseQuote')}
        </Button>
        <Act onAct={() => approve.mutate(signed)} busy={approve.isPending} problem={approve.error} not={not}>
          {say('visit.approveQuote')}
        </Act>
      </div>
    </details>
  );
}

/** The lines the published list gave, and their sum. */
function QuoteTable({ quote }: { quote: QuoteView }) {
  const say = useWords();
  const nameOf = useNameOf();
  return (
    <div className={panel.rows}>
      {quote.lines.map((line) => (
        <p key={line.code} className={panel.row}>
          <span>
            {nameOf(line)}
            {line.quantity > 1 && ` × ${line.quantity}`}
          </span>
          <span>{formatYuan(fen(line.amountFen))}</span>
        </p>
      ))}
      <p className={panel.row}>
        {say('visit.total')} <strong className={panel.money}>{formatYuan(fen(quote.totalFen))}</strong>
      </p>
      <p className={panel.note}>{say('visit.priceList', { name: quote.priceListVersion })}</p>
    </div>
  );
}
