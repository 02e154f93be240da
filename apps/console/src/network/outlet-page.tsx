import { ask } from '@firstfix/client/api.ts';
import { getOutlet, listEngineers } from '@firstfix/contract/network/endpoints';
import type { OutletView } from '@firstfix/contract/network/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { useTerritories } from '../page/directory.ts';
import { useList } from '../page/list-data.ts';
import { LocalTable } from '../page/local-table.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Fact, Facts, Panel, Tags } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { useEngineerColumns } from './engineer-columns.tsx';
import { OutletStatusChip } from './network-chips.tsx';
import { OutletActions } from './outlet-actions.tsx';

const route = getRouteApi('/inside/network/outlets/$id');

/** One outlet: what it is, what it covers, who works there. */
export function OutletPage() {
  const { id } = route.useParams();
  const outlet = useQuery(ask(getOutlet, { params: { id } }));
  return <Shown of={outlet}>{(data) => <Outlet outlet={data} />}</Shown>;
}

function Outlet({ outlet }: { outlet: OutletView }) {
  const say = useWords();
  return (
    <>
      <PageHeader
        title={outlet.name}
        back={<Link to="/network/outlets">← {say('network.outlets')}</Link>}
        actions={<OutletActions outlet={outlet} />}
      >
        <OutletStatusChip status={outlet.status} />
      </PageHeader>
      <OutletFacts outlet={outlet} />
      <OutletEngineers outletId={outlet.id} />
    </>
  );
}

function OutletFacts({ outlet }: { outlet: OutletView }) {
  const say = useWords();
  const territories = useTerritories();
  const categories = useCategories();
  return (
    <Panel title={say('network.facts')}>
      <Facts>
        <Fact name={say('network.tierName')}>{say(`network.tier.${outlet.tier}`)}</Fact>
        <Fact name={say('network.stars')}>{say('network.starCount', { count: outlet.stars })}</Fact>
        <Fact name={say('network.marketTier')}>{outlet.marketTier}</Fact>
        {outlet.statusReason && <Fact name={say('network.reason')}>{outlet.statusReason}</Fact>}
        <Fact name={say('network.territories')}>
          <Tags of={outlet.territoryIds.map(territories.nameOf)} />
        </Fact>
        <Fact name={say('network.categories')}>
          <Tags of={outlet.categories.map(categories.nameOf)} />
        </Fact>
        <Fact name={say('network.qualityCertificate')}>
          {outlet.qualityCertificateUntil ?? say('page.none')}
        </Fact>
        <Fact name={say('network.openedOn')}>{outlet.openedOn}</Fact>
      </Facts>
    </Panel>
  );
}

function OutletEngineers({ outletId }: { outletId: string }) {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <Panel title={say('network.engineers')}>
      <LocalTable
        name={say('network.engineers')}
        columns={useEngineerColumns().filter(({ key }) => key !== 'outlet')}
        rowKey={({ id }) => id}
        data={useList(listEngineers, { outletId, limit: 200 })}
        onOpen={({ id }) => navigate({ to: '/network/engineers/$id', params: { id } })}
        empty={say('network.noEngineer')}
      />
    </Panel>
  );
}
