import { ask } from '@firstfix/client/api.ts';
import { sessionQuery } from '@firstfix/client/session.ts';
import { listAppliances } from '@firstfix/contract/appliances/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { categoriesQuery, useWorkNames, workTypesQuery } from '../order/work-names.ts';
import { Card } from '../parts/card.tsx';
import { Choices } from '../parts/choices.tsx';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';
import type { Wish } from './wish.ts';

interface StepProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly onNext: () => void;
}

/** What a household asks for itself; surveys and appraisals come from elsewhere. */
const OFFERED = ['repair', 'install', 'clean', 'maintain', 'relocate'];

/** Which machine, and what is to be done with it: one tap when it stands in my home. */
export function MachineStep({ wish, onWish, onNext }: StepProps) {
  const say = useWords();
  const nameOf = useNameOf();
  const types = useQuery(workTypesQuery);
  const categories = useQuery(categoriesQuery);
  if (categories.error) return <ProblemNotice problem={categories.error} onAgain={categories.refetch} />;
  if (!categories.data) return <Loading />;
  const choose = (category: string, applianceId?: string) => {
    onWish({ ...wish, category, applianceId, symptoms: [] });
    onNext();
  };
  const offered = types.data?.items.filter(({ code }) => OFFERED.includes(code)) ?? [];
  return (
    <>
      <Choices
        label={say('book.workType')}
        choices={offered.map((type) => ({ value: type.code, label: nameOf(type) }))}
        chosen={[wish.workType]}
        onChoose={(workType) => onWish({ ...wish, workType })}
      />
      <MyMachines chosen={wish.applianceId} onChoose={choose} />
      <Choices
        label={say('book.title.machine')}
        as="grid"
        choices={categories.data.items.map((category) => ({
          value: category.code,
          label: nameOf(category),
        }))}
        chosen={wish.category && !wish.applianceId ? [wish.category] : []}
        onChoose={(category) => choose(category)}
      />
    </>
  );
}

interface MyMachinesProps {
  readonly chosen: string | undefined;
  readonly onChoose: (category: string, applianceId: string) => void;
}

function MyMachines({ chosen, onChoose }: MyMachinesProps) {
  const say = useWords();
  const names = useWorkNames();
  const session = useQuery(sessionQuery);
  const { data } = useQuery({
    ...ask(listAppliances, {}),
    enabled: session.data?.role === 'customer' && session.data.onlyWorkOrderId === null,
  });
  if (!data || data.items.length === 0) return null;
  const label = ({ brand, category, serialNumber }: (typeof data.items)[number]) =>
    [brand, names.category(category), serialNumber?.slice(-4)].filter(Boolean).join(' · ');
  return (
    <Card title={say('book.mine')}>
      <Choices
        label={say('book.mine')}
        as="rows"
        choices={data.items.map((appliance) => ({ value: appliance.id, label: label(appliance) }))}
        chosen={chosen ? [chosen] : []}
        onChoose={(id) => {
          const appliance = data.items.find((one) => one.id === id);
          if (appliance) onChoose(appliance.category, id);
        }}
      />
    </Card>
  );
}
