import { ask } from '@firstfix/client/api.ts';
import { listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import { MINUTE, SECOND } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { LocalTable } from '../page/local-table.tsx';
import { useNamed } from '../page/named.ts';
import { PageHeader } from '../page/page-header.tsx';
import { Panel } from '../page/panel.tsx';
import { Shown } from '../page/shown.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import type { WorkType } from './work-types-page.tsx';

const route = getRouteApi('/inside/catalogue/work-types/$code');

/** One kind of work: its checklist, and how long it takes by category. */
export function WorkTypePage() {
  const { code } = route.useParams();
  const say = useWords();
  const types = useQuery(ask(listWorkTypes));
  return (
    <Shown of={types}>
      {({ items }) => {
        const type = items.find((one) => one.code === code);
        return type ? <WorkTypeParts type={type} /> : <Empty>{say('catalogue.noWorkType')}</Empty>;
      }}
    </Shown>
  );
}

function WorkTypeParts({ type }: { type: WorkType }) {
  const say = useWords();
  const nameOf = useNamed();
  return (
    <>
      <PageHeader
        title={nameOf(type)}
        back={<Link to="/catalogue/work-types">← {say('catalogue.workTypes')}</Link>}
      />
      <Checklist type={type} />
      <Norms type={type} />
    </>
  );
}

function Checklist({ type }: { type: WorkType }) {
  const say = useWords();
  const nameOf = useNamed();
  type Step = WorkType['checklist'][number];
  const sayCode = useCodeWords();
  const groupOf = ({ group }: Step) => sayCode('catalogue.stepGroup', group);
  const evidenceOf = ({ evidence }: Step) => say(`catalogue.evidence.${evidence}`);
  return (
    <Panel title={say('catalogue.steps')}>
      <LocalTable<Step>
        name={say('catalogue.steps')}
        rowKey={({ code }) => code}
        data={{ rows: type.checklist }}
        columns={[
          { key: 'name', title: say('catalogue.name'), fixed: true, cell: nameOf, text: nameOf },
          {
            key: 'group',
            title: say('catalogue.group'),
            cell: groupOf,
            text: groupOf,
          },
          { key: 'evidence', title: say('catalogue.evidenceName'), cell: evidenceOf, text: evidenceOf },
        ]}
      />
    </Panel>
  );
}

function Norms({ type }: { type: WorkType }) {
  const say = useWords();
  const categories = useCategories();
  type Norm = WorkType['norms'][number];
  const minutes = (seconds: number) =>
    say('catalogue.minutes', { count: Math.round((seconds * SECOND) / MINUTE) });
  return (
    <Panel title={say('catalogue.norms')}>
      <LocalTable<Norm>
        name={say('catalogue.norms')}
        rowKey={({ category }) => category}
        data={{ rows: type.norms }}
        columns={[
          {
            key: 'category',
            title: say('catalogue.category'),
            fixed: true,
            cell: ({ category }) => categories.nameOf(category),
            text: ({ category }) => categories.nameOf(category),
          },
          {
            key: 'standard',
            title: say('catalogue.standardTime'),
            align: 'end',
            cell: ({ standardSeconds }) => minutes(standardSeconds),
            text: ({ standardSeconds }) => minutes(standardSeconds),
          },
          {
            key: 'limit',
            title: say('catalogue.limitTime'),
            align: 'end',
            cell: ({ limitSeconds }) => minutes(limitSeconds),
            text: ({ limitSeconds }) => minutes(limitSeconds),
          },
          {
            key: 'difficulty',
            title: say('catalogue.difficulty'),
            align: 'end',
            cell: ({ difficulty }) => difficulty,
            text: ({ difficulty }) => String(difficulty),
          },
          {
            key: 'skills',
            title: say('catalogue.skills'),
            cell: ({ skills }) => skills.join(' '),
            text: ({ skills }) => skills.join(' '),
          },
        ]}
      />
    </Panel>
  );
}
