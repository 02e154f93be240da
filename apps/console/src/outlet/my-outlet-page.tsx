import { ask } from '@firstfix/client/api.ts';
import { getOutlet, listEngineers } from '@firstfix/contract/network/endpoints';
import type { OutletView } from '@firstfix/contract/network/schemas';
import { listWorkOrders } from '@firstfix/contract/orders/endpoints';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../connection/session.ts';
import { OutletEarnings } from '../finance/earnings-page.tsx';
import { useEngineerColumns } from '../network/engineer-columns.tsx';
import { OutletStatusChip } from '../network/network-chips.tsx';
import { useOrderColumns } from '../orders/order-columns.tsx';
import { useList } from '../page/list-data.ts';
import { LocalTable } from '../page/local-table.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';

/** An owner's day: the own orders that press, today's money, the own engineers. */
export function MyOutletPage() {
  const say = useWords();
  const { outletId } = useSession();
  if (outletId === null) return <Empty>{say('outlet.none')}</Empty>;
  return <MyOutlet outletId={outletId} />;
}

function MyOutlet({ outletId }: { outletId: string }) {
  const say = useWords();
  const outlet = useQuery(ask(getOutlet, { params: { id: outletId } }));
  return (
    <Shown of={outlet}>
      {(data) => (
        <>
          <OutletHeader outlet={data} />
          <Orders />
          <Panel
            title={say('outlet.today')}
            actions={<Link to="/finance/earnings">{say('outlet.otherDays')}</Link>}
          >
            <OutletEarnings outletId={outletId} day={undefined} />
          </Panel>
          <Engineers />
        </>
      )}
    </Shown>
  );
}

function OutletHeader({ outlet }: { outlet: OutletView }) {
  const say = useWords();
  return (
    <PageHeader title={outlet.name}>
      <OutletStatusChip status={outlet.status} />
      <span>{say('network.starCount', { count: outlet.stars })}</span>
      <Link to="/network/outlets/$id" params={{ id: outlet.id }}>
        {say('outlet.facts')}
      </Link>
      <Link to="/figures">{say('figures.title')}</Link>
    </PageHeader>
  );
}

const MOST_PRESSING = 10;

function Orders() {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <Panel title={say('outlet.orders')} actions={<Link to="/orders">{say('outlet.allOrders')}</Link>}>
      <LocalTable
        name={say('outlet.orders')}
        columns={useOrderColumns()}
        rowKey={({ id }) => id}
        data={{ ...useList(listWorkOrders, { limit: MOST_PRESSING, sort: 'due' }), next: null }}
        onOpen={({ id }) => navigate({ to: '/orders/$id', params: { id } })}
        empty={say('outlet.noOrder')}
      />
    </Panel>
  );
}

function Engineers() {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <Panel title={say('outlet.engineers')}>
      <LocalTable
        name={say('outlet.engineers')}
        columns={useEngineerColumns().filter(({ key }) => key !== 'outlet')}
        rowKey={({ id }) => id}
        data={useList(listEngineers, { limit: 200 })}
        onOpen={({ id }) => navigate({ to: '/network/engineers/$id', params: { id } })}
        empty={say('network.noEngineer')}
      />
    </Panel>
  );
}
