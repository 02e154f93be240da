import { api } from '@firstfix/client/api.ts';
import { ApiProblem } from '@firstfix/contract/client';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { getRating } from '@firstfix/contract/verdict/endpoints';
import type { RatingView } from '@firstfix/contract/verdict/schemas';
import { parseInstant } from '@firstfix/kernel';
import { useNow } from '@firstfix/ui/business-time.tsx';
import { Button } from '@firstfix/ui/button.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '../parts/card.tsx';
import form from '../parts/form.module.css';
import { Stars } from '../parts/stars.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import { RatingForm } from './rating-form.tsx';

/** The customer's verdict: given once, changeable for seven days. */
export function RatingCard({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: [getRating.id, order.id],
    queryFn: () => findRating(order.id),
  });
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (data === undefined) return null;
  const rated = data !== null && data.stars !== null;
  if (rated && !changing) return <Given rating={data} onChange={() => setChanging(true)} />;
  return (
    <Card title={say('order.rate')} calls={!rated}>
      <p className={form.soft}>{say('order.rateMeans')}</p>
      <RatingForm
        workOrderId={order.id}
        before={rated ? data : undefined}
        onDone={() => setChanging(false)}
      />
    </Card>
  );
}

/** Null while nothing was said. */
async function findRating(id: string): Promise<RatingView | null> {
  try {
    return await api.call(getRating, { params: { id } });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

function Given({ rating, onChange }: { rating: RatingView; onChange: () => void }) {
  const say = useWords();
  const sayCode = useCodeWords();
  const moments = useMoments();
  const now = useNow();
  const until = rating.changeableUntil === null ? null : parseInstant(rating.changeableUntil);
  const over = until === null || now > until;
  return (
    <Card title={say('order.rated')}>
      <Stars of={rating.stars ?? 0} />
      {rating.tags.length > 0 && <p>{rating.tags.map((tag) => sayCode('order.tag', tag)).join(' · ')}</p>}
      {rating.words !== '' && <p>{rating.words}</p>}
      {!rating.counts && <p className={form.soft}>{say('order.rateChecked')}</p>}
      <Button onClick={onChange} {...(over ? { disabledReason: say('order.rateClosed') } : {})}>
        {say('order.rateChange')}
      </Button>
      <p className={form.soft}>
        {over ? say('order.rateClosed') : say('order.rateUntil', { time: moments.moment(until) })}
      </p>
    </Card>
  );
}
