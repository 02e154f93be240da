import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { fen, formatYuan } from '@firstfix/kernel';
import { Facts } from '../parts/facts.tsx';
import form from '../parts/form.module.css';
import { useWords } from '../words/words.ts';
import { WindowPicker } from './window-picker.tsx';

interface WhenStepProps {
  readonly request: ServiceRequestView;
  readonly onBooked: (workOrderId: string) => void;
}

/** When: windows engineers really have time in, and what it will probably cost. */
export function WhenStep({ request, onBooked }: WhenStepProps) {
  const say = useWords();
  const [item] = request.items;
  if (!item?.workOrderId) return <p>{say('book.received', { number: request.number })}</p>;
  const { workOrderId, triage } = item;
  const price = triage.probablePriceFen;
  return (
    <>
      {request.hazard && (
        <p role="alert" data-tone="amber">
          {say('book.hazard')}
        </p>
      )}
      <Facts
        facts={[
          [say('book.number'), request.number],
          [say('order.cover'), say(`order.covers.${triage.cover}`)],
          [say('book.price'), price === null ? null : formatYuan(fen(price))],
        ]}
      />
      <p className={form.soft}>{say(price === null ? 'book.noPrice' : 'book.priceMeans')}</p>
      <WindowPicker workOrderId={workOrderId} onBooked={() => onBooked(workOrderId)} />
      <p className={form.soft}>{say('book.later')}</p>
    </>
  );
}
