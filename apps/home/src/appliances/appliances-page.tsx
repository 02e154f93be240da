import { ask } from '@firstfix/client/api.ts';
import { getEntitlement, listAppliances } from '@firstfix/contract/appliances/endpoints';
import type { ApplianceView } from '@firstfix/contract/appliances/schemas';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWorkNames } from '../order/work-names.ts';
import { SignedIn } from '../shell/signed-in.tsx';
import { useWords } from '../words/words.ts';
import { AddAppliance } from './add-appliance.tsx';
import styles from './appliances.module.css';

/** What stands in my home, each with its cover, and one more by its serial number. */
export function AppliancesPage() {
  return <SignedIn>{(customerId) => <Appliances customerId={customerId} />}</SignedIn>;
}

function Appliances({ customerId }: { customerId: string }) {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listAppliances, {}));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>{say('appliances.title')}</h1>
      {data.items.length === 0 && <Empty>{say('appliances.none')}</Empty>}
      {data.items.map((appliance) => (
        <Link
          key={appliance.id}
          className={styles.row}
          to="/home/appliances/$id"
          params={{ id: appliance.id }}
        >
          <Name appliance={appliance} />
          <CoverBadge id={appliance.id} />
        </Link>
      ))}
      <AddAppliance customerId={customerId} />
    </>
  );
}

function Name({ appliance }: { appliance: ApplianceView }) {
  const names = useWorkNames();
  return (
    <span>
      <strong>
        {appliance.brand} {names.category(appliance.category)}
      </strong>
      <br />
      <small>{appliance.serialNumber}</small>
    </span>
  );
}

/** Covered or not, at a glance. */
function CoverBadge({ id }: { id: string }) {
  const say = useWords();
  const { data } = useQuery(ask(getEntitlement, { params: { id }, query: {} }));
  if (!data) return null;
  const covered = data.cover === 'in_warranty' || data.cover === 'extended';
  return (
    <span className={styles.badge} data-tone={covered ? 'celadon' : 'ash'}>
      {say(`order.covers.${data.cover}`)}
    </span>
  );
}
