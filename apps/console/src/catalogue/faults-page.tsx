import { ask } from '@firstfix/client/api.ts';
import type { ResponseOf } from '@firstfix/contract';
import { listFaults, listSymptoms } from '@firstfix/contract/catalogue/endpoints';
import type { Column } from '@firstfix/ui/data-table/columns.ts';
import { DataTable } from '@firstfix/ui/data-table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCategories } from '../page/category-names.ts';
import { type Choice, ChoiceFilter } from '../page/filters.tsx';
import { useList } from '../page/list-data.ts';
import { useNamed } from '../page/named.ts';
import { useWords } from '../words/words.ts';

const route = getRouteApi('/inside/catalogue/faults');

type Fault = ResponseOf<typeof listFaults>['items'][number];

/** Fault codes of a category: what customers see, why it happens, what helps. */
export function FaultsPage() {
  const say = useWords();
  const navigate = useNavigate();
  const search = route.useSearch();
  const categories = useCategories();
  const category = search.category ?? categories.choices[0]?.value ?? FIRST_CATEGORY;
  const symptoms = useSymptoms(category);
  const show = (next: typeof search) => navigate({ to: '/catalogue/faults', search: next });
  return (
    <DataTable
      name={say('catalogue.faults')}
      columns={useFaultColumns(symptoms)}
      rowKey={({ code }) => code}
      data={useList(listFaults, { category, symptomCode: search.symptom })}
      state={search}
      onState={(table) => show({ ...search, ...table })}
      filters={
        <>
          <ChoiceFilter
            needed
            name={say('catalogue.category')}
            value={category}
            onValue={(next) => show({ ...search, category: next, symptom: undefined })}
            choices={categories.choices}
          />
          <ChoiceFilter
            name={say('catalogue.symptom')}
            value={search.symptom}
            onValue={(symptom) => show({ ...search, symptom })}
            choices={symptoms}
          />
        </>
      }
      empty={say('catalogue.noFault')}
    />
  );
}

/** Asked for until the categories are known. */
const FIRST_CATEGORY = 'ac';

function useSymptoms(category: string): readonly Choice<string>[] {
  const nameOf = useNamed();
  const { data } = useQuery(ask(listSymptoms, { query: { category } }));
  return (data?.items ?? []).map((one) => ({ value: one.code, label: nameOf(one) }));
}

function useFaultColumns(symptoms: readonly Choice<string>[]): Column<Fault>[] {
  const say = useWords();
  const nameOf = useNamed();
  const symptomOf = ({ symptomCode }: Fault) =>
    symptoms.find(({ value }) => value === symptomCode)?.label ?? symptomCode;
  const classOf = ({ repairClass }: Fault) => say(`catalogue.repairClass.${repairClass}`);
  return [
    {
      key: 'code',
      title: say('catalogue.code'),
      fixed: true,
      cell: ({ code }) => code,
      text: ({ code }) => code,
    },
    { key: 'symptom', title: say('catalogue.symptom'), cell: symptomOf, text: symptomOf },
    {
      key: 'cause',
      title: say('catalogue.cause'),
      cell: ({ cause }) => nameOf(cause),
      text: ({ cause }) => nameOf(cause),
    },
    {
      key: 'part',
      title: say('catalogue.faultyPart'),
      cell: ({ faultyPart }) => nameOf(faultyPart),
      text: ({ faultyPart }) => nameOf(faultyPart),
    },
    {
      key: 'remedy',
      title: say('catalogue.remedy'),
      cell: ({ remedy }) => nameOf(remedy),
      text: ({ remedy }) => nameOf(remedy),
    },
    { key: 'class', title: say('catalogue.repairClassName'), cell: classOf, text: classOf },
  ];
}
