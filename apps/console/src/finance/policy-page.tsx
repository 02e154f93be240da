import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { getPolicy } from '@firstfix/contract/platform/policies';
import { parseInstant } from '@firstfix/kernel';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ChoiceFilter } from '../page/filters.tsx';
import { LocalTable } from '../page/local-table.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Panel, Tools } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import { type Difference, differencesOf, valuesOf } from './document-diff.ts';
import { PublishPolicy } from './publish-policy.tsx';

const route = getRouteApi('/inside/finance/policies/$name');

type Policy = ResponseOf<typeof getPolicy>;
type Version = Policy['versions'][number];

/** One policy: what holds, what held, and what changed in between. */
export function PolicyPage() {
  const { name } = route.useParams();
  const policy = useQuery(ask(getPolicy, { params: { name } }));
  return <Shown of={policy}>{(data) => <Policy policy={data} />}</Shown>;
}

function Policy({ policy }: { policy: Policy }) {
  const say = useWords();
  const sayCode = useCodeWords();
  return (
    <>
      <PageHeader
        title={sayCode('finance.policyName', policy.name.replace('.', '_'))}
        back={<Link to="/finance/policies">← {say('finance.policies')}</Link>}
        actions={<PublishPolicy policy={policy} />}
      />
      {policy.versions.length > 1 && <Comparison policy={policy} />}
      <CurrentDocument policy={policy} />
    </>
  );
}

function Comparison({ policy }: { policy: Policy }) {
  const say = useWords();
  const search = route.useSearch();
  const versionOf = (version: number | undefined) => policy.versions.find((one) => one.version === version);
  const to = versionOf(search.to) ?? policy.versions[0];
  const from = versionOf(search.from) ?? policy.versions[1];
  if (!from || !to) return null;
  return (
    <Panel
      title={say('finance.whatChanged')}
      actions={<VersionChoices policy={policy} from={from} to={to} />}
    >
      <LocalTable<Difference>
        name={say('finance.whatChanged')}
        rowKey={({ path }) => path}
        data={{ rows: differencesOf(from.document, to.document) }}
        empty={say('finance.same')}
        columns={[
          {
            key: 'path',
            title: say('finance.value'),
            fixed: true,
            cell: ({ path }) => path,
            text: ({ path }) => path,
          },
          {
            key: 'before',
            title: say('finance.versionOf', { version: from.version }),
            align: 'end',
            cell: ({ before }) => before ?? say('page.none'),
            text: ({ before = '' }) => before,
          },
          {
            key: 'after',
            title: say('finance.versionOf', { version: to.version }),
            align: 'end',
            cell: ({ after }) => <strong>{after ?? say('page.none')}</strong>,
            text: ({ after = '' }) => after,
          },
        ]}
      />
    </Panel>
  );
}

function VersionChoices({ policy, from, to }: { policy: Policy; from: Version; to: Version }) {
  const say = useWords();
  const navigate = useNavigate();
  const { moment } = useMoments();
  const choices = policy.versions.map(({ version, effectiveFrom }) => ({
    value: version,
    label: say('finance.versionSince', { version, at: moment(parseInstant(effectiveFrom)) }),
  }));
  const show = (search: { from?: number; to?: number }) =>
    navigate({
      to: '/finance/policies/$name',
      params: { name: policy.name },
      search: { from: from.version, to: to.version, ...search },
    });
  return (
    <Tools>
      <ChoiceFilter
        needed
        name={say('finance.compareFrom')}
        value={from.version}
        onValue={(version) => version !== undefined && show({ from: version })}
        choices={choices}
      />
      <ChoiceFilter
        needed
        name={say('finance.compareTo')}
        value={to.version}
        onValue={(version) => version !== undefined && show({ to: version })}
        choices={choices}
      />
    </Tools>
  );
}

function CurrentDocument({ policy }: { policy: Policy }) {
  const say = useWords();
  const current = policy.versions.find(({ version }) => version === policy.currentVersion);
  const values = [...valuesOf(current?.document ?? {})].map(([path, value]) => ({ path, value }));
  return (
    <Panel title={say('finance.inForceVersion', { version: policy.currentVersion ?? 0 })}>
      <LocalTable
        name={say('finance.inForce')}
        rowKey={({ path }) => path}
        data={{ rows: values }}
        columns={[
          {
            key: 'path',
            title: say('finance.value'),
            fixed: true,
            cell: ({ path }) => path,
            text: ({ path }) => path,
          },
          {
            key: 'value',
            title: say('finance.setTo'),
            align: 'end',
            cell: ({ value }) => value,
            text: ({ value }) => value,
          },
        ]}
      />
    </Panel>
  );
}
