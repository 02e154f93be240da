import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { useWords } from '../words/words.ts';

/** What was asked for, in the customer's own words. */
export function OrderFacts({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const { work, place } = order;
  return (
    <Card title={say('order.facts')}>
      <Facts
        facts={[
          [say('order.number'), order.number],
          [say('order.words'), work.description || null],
          [say('order.place'), place.community],
          [say('order.cover'), say(`order.covers.${work.cover}`)],
        ]}
      />
    </Card>
  );
}
