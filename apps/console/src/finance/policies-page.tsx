import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listPolicies } from '@firstfix/contract/platform/policies';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { LocalTable } from '../page/local-table.tsx';
import { useCodeWords, useWords } from '../words/words.ts';

type Policy = ResponseOf<typeof listPolicies>['items'][number];

/** The figures people change without a release. */
export function PoliciesPage() {
  const say = useWords();
  const sayCode = useCodeWords();
  const navigate = useNavigate();
  const policies = useQuery(ask(listPolicies));
  return (
    <LocalTable<Policy>
      name={say('finance.policies')}
      rowKey={({ name }) => name}
      data={{ rows: policies.data?.items, problem: policies.error, onAgain: policies.refetch }}
      onOpen={({ name }) => navigate({ to: '/finance/policies/$name', params: { name } })}
      columns={[
        {
          key: 'name',
          title: say('finance.policy'),
          fixed: true,
          cell: ({ name }) => (
            <Link to="/finance/policies/$name" params={{ name }} tabIndex={-1}>
              {sayCode('finance.policyName', name.replace('.', '_'))}
            </Link>
          ),
          text: ({ name }) => name,
        },
        { key: 'code', title: say('finance.code'), cell: ({ name }) => name, text: ({ name }) => name },
        {
          key: 'current',
          title: say('finance.inForce'),
          align: 'end',
          cell: ({ currentVersion }) => currentVersion,
          text: ({ currentVersion }) => String(currentVersion ?? ''),
        },
        {
          key: 'latest',
          title: say('finance.latest'),
          align: 'end',
          cell: ({ version }) => version,
          text: ({ version }) => String(version),
        },
      ]}
    />
  );
}
