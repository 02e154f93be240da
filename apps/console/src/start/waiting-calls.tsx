import { ask } from '@firstfix/client/api.ts';
import { listCallBacks } from '@firstfix/contract/requests/endpoints';
import { listComplaints, listFollowUps } from '@firstfix/contract/verdict/endpoints';
import { parseInstant } from '@firstfix/kernel';
import { DueChip } from '@firstfix/ui/due-chip.tsx';
import { StateChip } from '@firstfix/ui/state-chip.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CallList } from '../calls/calls-search.ts';
import { dueOf } from '../calls/complaint-due.ts';
import { CustomerCell } from '../calls/row-cells.tsx';
import { useWords } from '../words/words.ts';
import { GLANCE_ROWS, Glance } from './glance.tsx';
import styles from './start-page.module.css';

const query = { limit: GLANCE_ROWS };

/** Whom to call back after advice. */
export function WaitingCallBacks() {
  const say = useWords();
  return (
    <Glance
      title={say('calls.list.callBacks')}
      of={useQuery(ask(listCallBacks, { query }))}
      all={<WholeList list="callBacks" />}
      empty={say('calls.noCallBacks')}
      keyOf={({ requestId }) => requestId}
      row={({ customerId, dueAt }) => (
        <span className={styles.row}>
          <CustomerCell id={customerId} />
          <DueChip due={parseInstant(dueAt)} />
        </span>
      )}
    />
  );
}

/** Whom to ask how it was. */
export function WaitingFollowUps() {
  const say = useWords();
  return (
    <Glance
      title={say('calls.list.followUps')}
      of={useQuery(ask(listFollowUps, { query }))}
      all={<WholeList list="followUps" />}
      empty={say('calls.noFollowUps')}
      keyOf={({ workOrderId }) => workOrderId}
      row={({ customerId, dueAt }) => (
        <span className={styles.row}>
          <CustomerCell id={customerId} />
          <DueChip due={parseInstant(dueAt)} />
        </span>
      )}
    />
  );
}

/** Who waits for an answer to a complaint. */
export function WaitingComplaints() {
  const say = useWords();
  return (
    <Glance
      title={say('calls.list.complaints')}
      of={useQuery(ask(listComplaints, { query }))}
      all={<WholeList list="complaints" />}
      empty={say('calls.noComplaints')}
      keyOf={({ id }) => id}
      row={(complaint) => (
        <span className={styles.row}>
          <StateChip of="complaintState" state={complaint.state} />
          <span>{complaint.words}</span>
          <DueChip due={dueOf(complaint)} />
        </span>
      )}
    />
  );
}

function WholeList({ list }: { list: CallList }) {
  const say = useWords();
  return (
    <Link to="/calls" search={{ list }}>
      {say('start.all')}
    </Link>
  );
}
