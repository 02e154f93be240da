import { ask } from '@firstfix/client/api.ts';
import { getModel } from '@firstfix/contract/catalogue/endpoints';
import type { ModelView } from '@firstfix/contract/catalogue/schemas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { useNamed } from '../page/named.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Columns, Fact, Facts, Panel, Tags } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/inside/catalogue/models/$id');

/** One product model and what the brand promises for it. */
export function ModelPage() {
  const { id } = route.useParams();
  const model = useQuery(ask(getModel, { params: { id } }));
  return <Shown of={model}>{(data) => <Model model={data} />}</Shown>;
}

function Model({ model }: { model: ModelView }) {
  const say = useWords();
  const nameOf = useNamed();
  return (
    <>
      <PageHeader
        title={`${model.code} · ${nameOf(model)}`}
        back={<Link to="/catalogue/models">← {say('catalogue.models')}</Link>}
      />
      <Columns>
        <ModelFacts model={model} />
        <Promises promises={model.promises} />
      </Columns>
    </>
  );
}

function ModelFacts({ model }: { model: ModelView }) {
  const say = useWords();
  const categories = useCategories();
  return (
    <Panel title={say('catalogue.facts')}>
      <Facts>
        <Fact name={say('catalogue.brand')}>{model.brand}</Fact>
        <Fact name={say('catalogue.category')}>{categories.nameOf(model.category)}</Fact>
        <Fact name={say('catalogue.watts')}>{model.ratedWatts}</Fact>
        <Fact name={say('catalogue.onMarket')}>
          {model.onMarketFrom} – {model.onMarketTo}
        </Fact>
        <Fact name={say('catalogue.goodsCode')}>{model.goodsCode ?? say('page.none')}</Fact>
        <Fact name={say('catalogue.skills')}>
          <Tags of={model.skills} />
        </Fact>
      </Facts>
    </Panel>
  );
}

function Promises({ promises }: Pick<ModelView, 'promises'>) {
  const say = useWords();
  return (
    <Panel title={say('catalogue.warranty')}>
      {promises.length === 0 && <p>{say('catalogue.noWarranty')}</p>}
      <Facts>
        {promises.map((promise) => (
          <Fact key={promise.boughtFrom} name={`${promise.boughtFrom} – ${promise.boughtTo ?? ''}`}>
            {say('catalogue.promise', { unit: promise.unitMonths, main: promise.mainPartMonths })}
            <Tags of={promise.mainParts} />
          </Fact>
        ))}
      </Facts>
    </Panel>
  );
}
