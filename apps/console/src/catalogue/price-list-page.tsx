import { api, ask } from '@firstfix/client/api.ts';
import {
  draftPriceList,
  getEffectivePriceList,
  getPriceList,
  listPriceLists,
  publishPriceList,
} from '@firstfix/contract/catalogue/endpoints';
import type { PriceListView } from '@firstfix/contract/catalogue/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ActionDialog } from '../page/action-dialog.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';
import { PriceListStateChip } from './price-list-state-chip.tsx';
import { PriceTable } from './price-table.tsx';

const route = getRouteApi('/inside/catalogue/prices/$id');

/** One price list; a published one never changes again. */
export function PriceListPage() {
  const { id } = route.useParams();
  const say = useWords();
  const list = useQuery(ask(getPriceList, { params: { id } }));
  return (
    <Shown of={list}>
      {(data) => (
        <>
          <PageHeader
            title={data.name}
            back={<Link to="/catalogue/prices">← {say('catalogue.prices')}</Link>}
            actions={<PriceListActions list={data} />}
          >
            <PriceListStateChip state={data.state} />
          </PageHeader>
          <PriceTable lines={data.lines} />
        </>
      )}
    </Shown>
  );
}

const CHANGES = [getPriceList, listPriceLists, getEffectivePriceList];

function PriceListActions({ list }: { list: PriceListView }) {
  const say = useWords();
  return (
    <>
      <DraftFrom list={list} />
      <ActionDialog
        title={say('catalogue.publish')}
        endpoint={publishPriceList}
        disabledReason={list.state === 'published' ? say('catalogue.publishedStays') : undefined}
        fields={[]}
        send={() => api.call(publishPriceList, { params: { id: list.id }, ifMatch: list.version })}
        changes={CHANGES}
      />
    </>
  );
}

interface DraftValues {
  readonly regionCode: string;
  readonly effectiveFrom: string;
  readonly code?: string;
  readonly price?: number;
}

const FEN_PER_YUAN = 100;

/** Another list like this one, with one price changed when wished. */
function DraftFrom({ list }: { list: PriceListView }) {
  const say = useWords();
  const navigate = useNavigate();
  return (
    <ActionDialog<DraftValues>
      title={say('catalogue.draftFrom')}
      endpoint={draftPriceList}
      start={{ regionCode: list.regionCode }}
      fields={[
        { name: 'regionCode', label: say('catalogue.region'), hint: say('catalogue.regionHint') },
        { name: 'effectiveFrom', label: say('catalogue.effectiveFrom'), as: 'day' },
        {
          name: 'code',
          label: say('catalogue.changedPrice'),
          as: 'one',
          choices: list.lines.map(({ code, nameZh }) => ({ value: code, label: `${nameZh} ${code}` })),
          needed: false,
        },
        { name: 'price', label: say('catalogue.newPrice'), as: 'number', needed: false },
      ]}
      send={async (values) => {
        const drafted = await api.call(draftPriceList, {
          body: {
            regionCode: values.regionCode,
            effectiveFrom: values.effectiveFrom,
            basedOn: list.id,
            lines: changedLines(list, values),
          },
        });
        await navigate({ to: '/catalogue/prices/$id', params: { id: drafted.id } });
      }}
      changes={[listPriceLists]}
    />
  );
}

function changedLines({ lines }: PriceListView, { code, price }: DraftValues) {
  if (price === undefined) return [];
  return lines
    .filter((line) => line.code === code)
    .map((line) => ({ ...line, unitFen: Math.round(price * FEN_PER_YUAN) }));
}
