import { api } from '@firstfix/client/api.ts';
import { listOffers, offerWorkOrder } from '@firstfix/contract/dispatch/endpoints';
import { getWorkOrder, listVisits, listWorkOrders } from '@firstfix/contract/orders/endpoints';
import type { WorkOrderView } from '@firstfix/contract/orders/schemas';
import { workOrderCan } from '@firstfix/contract/orders/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Refusal } from '../orders/actions/refusal.tsx';
import { UnassignDialog } from '../orders/actions/unassign-dialog.tsx';
import { useWords } from '../words/words.ts';
import styles from './drawer.module.css';

/** Other ways than choosing an engineer: put it up for claim, take it back. */
export function OrderActions({ order }: { order: WorkOrderView }) {
  const say = useWords();
  const queries = useQueryClient();
  const onSuccess = () =>
    Promise.all(
      [listWorkOrders, listVisits, listOffers, getWorkOrder].map(({ id }) =>
        queries.invalidateQueries({ queryKey: [id] }),
      ),
    );
  const offer = useMutation({
    mutationFn: () => api.call(offerWorkOrder, { params: { id: order.id } }),
    onSuccess,
  });
  const [takingBack, setTakingBack] = useState(false);
  const mayOffer = workOrderCan.do('offer', order.state) && order.engineerId === null;
  const mayTakeBack = workOrderCan.do('unassign', order.state) && order.visitId !== null;
  return (
    <>
      <div className={styles.chips}>
        <Button
          disabled={!mayOffer}
          title={mayOffer ? undefined : say('dispatch.cannotOffer')}
          loading={offer.isPending}
          onClick={() => offer.mutate()}
        >
          {say('dispatch.offer')}
        </Button>
        <Button
          disabled={!mayTakeBack}
          title={mayTakeBack ? undefined : say('dispatch.cannotTakeBack')}
          onClick={() => setTakingBack(true)}
        >
          {say('dispatch.takeBack')}
        </Button>
      </div>
      <Refusal error={offer.error} />
      {takingBack && <UnassignDialog order={order} onClose={() => setTakingBack(false)} />}
    </>
  );
}
