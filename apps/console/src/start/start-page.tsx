import type { Endpoint } from '@firstfix/contract';
import { listExceptions } from '@firstfix/contract/dispatch/endpoints';
import { listFigures } from '@firstfix/contract/insight/endpoints';
import { countWorkOrders, listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { callBack } from '@firstfix/contract/requests/endpoints';
import { answerComplaint, listComplaints, listFollowUps } from '@firstfix/contract/verdict/endpoints';
import { useUiWords } from '@firstfix/ui/language.ts';
import { mayCall, useSession } from '../connection/session.ts';
import { Columns } from '../page/panel.tsx';
import { useWords } from '../words/words.ts';
import { FirstFigures } from './first-figures.tsx';
import { NearestOrders } from './nearest-orders.tsx';
import { OpenExceptions } from './open-exceptions.tsx';
import { OrderCounts } from './order-counts.tsx';
import { WaitingCallBacks, WaitingComplaints, WaitingFollowUps } from './waiting-calls.tsx';

/** Where a role's day begins: what waits for it, and numbers that lead to lists. */
export function StartPage() {
  const say = useWords();
  const ui = useUiWords();
  const { role } = useSession();
  const may = (...endpoints: Endpoint[]) => endpoints.every((endpoint) => mayCall(endpoint, role));
  return (
    <>
      <h1>{say('start.title', { role: ui(`role.${role}`) })}</h1>
      {may(countWorkOrders) && <OrderCounts />}
      {may(listFigures) && <FirstFigures />}
      <Columns>
        {may(listWorkOrders) && <NearestOrders />}
        {may(listExceptions) && <OpenExceptions />}
        {may(answerComplaint, callBack) && <WaitingCallBacks />}
        {may(answerComplaint, listFollowUps) && <WaitingFollowUps />}
        {may(listComplaints, answerComplaint) && <WaitingComplaints />}
      </Columns>
    </>
  );
}
