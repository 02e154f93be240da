import { ask } from '@firstfix/client/api.ts';
import { getAppliance, getEntitlement, listServiceHistory } from '@firstfix/contract/appliances/endpoints';
import type { ApplianceView } from '@firstfix/contract/appliances/schemas';
import { getModel } from '@firstfix/contract/catalogue/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWorkNames } from '../order/work-names.ts';
import { Card } from '../parts/card.tsx';
import { Facts } from '../parts/facts.tsx';
import { SignedIn } from '../shell/signed-in.tsx';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';
import styles from './appliances.module.css';

const route = getRouteApi('/home/appliances/$id');

/** One appliance: its e-warranty card, its papers, what was done to it. */
export function AppliancePage() {
  return <SignedIn>{() => <Appliance />}</SignedIn>;
}

function Appliance() {
  const say = useWords();
  const names = useWorkNames();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(ask(getAppliance, { params: { id } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <Link to="/home/appliances">← {say('start.back')}</Link>
      <h1>
        {data.brand} {names.category(data.category)}
      </h1>
      <WarrantyCard appliance={data} />
      <Papers appliance={data} />
      <Link className={styles.bookLink} to="/home/book" search={{ appliance: id }}>
        {say('appliances.book')}
      </Link>
      <History id={id} />
    </>
  );
}

function WarrantyCard({ appliance }: { appliance: ApplianceView }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(getEntitlement, { params: { id: appliance.id }, query: {} }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  const over = data.cover === 'out_of_warranty' || data.cover === 'unknown';
  const { basis } = data;
  return (
    <section className={styles.warranty} data-over={over} aria-label={say('appliances.card')}>
      <span>{say('appliances.card')}</span>
      <strong>{say(`order.covers.${data.cover}`)}</strong>
      <Facts
        facts={[
          [say('appliances.until'), data.until],
          [say('appliances.covers'), say(`appliances.parts.${data.partsCovered}`)],
          [say('appliances.labour'), say(data.labourCovered ? 'appliances.free' : 'appliances.charged')],
          [say('appliances.from'), basis.startsOn],
          [say('appliances.serial'), appliance.serialNumber],
        ]}
      />
      {basis.flags.includes('no_invoice') && <small>{say('appliances.noInvoice')}</small>}
    </section>
  );
}

function Papers({ appliance }: { appliance: ApplianceView }) {
  const say = useWords();
  const nameOf = useNameOf();
  const { modelId } = appliance;
  const { data } = useQuery({
    ...ask(getModel, { params: { id: modelId ?? '' } }),
    enabled: modelId !== null,
  });
  return (
    <Card title={say('appliances.papers')}>
      <Facts
        facts={[
          [say('appliances.model'), data ? `${nameOf(data)} ${data.code}` : null],
          [say('appliances.made'), appliance.madeOn],
          [say('appliances.bought'), appliance.boughtOn],
          [say('appliances.invoice'), appliance.invoiceNumber],
          [say('appliances.installed'), appliance.installedOn],
        ]}
      />
    </Card>
  );
}

function History({ id }: { id: string }) {
  const say = useWords();
  const moments = useMoments();
  const names = useWorkNames();
  const { data, error, refetch } = useQuery(ask(listServiceHistory, { params: { id } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  return (
    <Card title={say('appliances.history')}>
      {data?.items.length === 0 && <Empty>{say('appliances.noHistory')}</Empty>}
      <ul className={styles.history}>
        {data?.items.map((record) => (
          <li key={record.workOrderId}>
            <Link to="/home/orders/$id" params={{ id: record.workOrderId }}>
              {moments.day(parseInstant(record.at))} {names.workType(record.kind)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
