import { ask } from '@firstfix/client/api.ts';
import { listAppliances } from '@firstfix/contract/appliances/endpoints';
import type { HouseholdView } from '@firstfix/contract/customers/schemas';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import { ApplianceLine } from './appliance-line.tsx';
import styles from './desk.module.css';

interface HouseholdAppliancesProps {
  readonly household: HouseholdView;
  readonly chosen: string | undefined;
  readonly onChoose: (applianceId: string | undefined) => void;
}

/** What stands in the home; one chosen is what the request is about. */
export function HouseholdAppliances({ household, chosen, onChoose }: HouseholdAppliancesProps) {
  const say = useWords();
  const { data, error, refetch } = useQuery(
    ask(listAppliances, { query: { householdId: household.id, limit: 50 } }),
  );
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <p className={styles.soft}>{household.place.community}</p>
      {data.items.length === 0 && <p className={styles.soft}>{say('desk.noAppliances')}</p>}
      <ul className={styles.appliances} aria-label={say('desk.appliances')}>
        {data.items.map((appliance) => (
          <ApplianceLine
            key={appliance.id}
            appliance={appliance}
            chosen={appliance.id === chosen}
            onChoose={() => onChoose(appliance.id === chosen ? undefined : appliance.id)}
          />
        ))}
      </ul>
    </>
  );
}
