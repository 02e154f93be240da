import { api } from '@firstfix/client/api.ts';
import { revealContact } from '@firstfix/contract/customers/endpoints';
import type { RevealPurpose } from '@firstfix/contract/customers/schemas';
import { useProblemWords } from '@firstfix/ui/problem-words.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { mayCall, useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './desk.module.css';

/** Name, phone and doors in clear, for a purpose that the audit trail keeps; hidden again when the screen is left. */
export function ContactReveal({ customerId, purpose }: { customerId: string; purpose: RevealPurpose }) {
  const say = useWords();
  const inWords = useProblemWords();
  const { role } = useSession();
  const reveal = useMutation({
    gcTime: 0,
    mutationFn: () => api.call(revealContact, { params: { id: customerId }, body: { purpose } }),
  });
  if (!mayCall(revealContact, role)) return null;
  if (!reveal.data) {
    return (
      <Button
        size="small"
        title={say('desk.revealHint')}
        loading={reveal.isPending}
        onClick={() => reveal.mutate()}
      >
        {reveal.error ? inWords(reveal.error) : say('desk.reveal')}
      </Button>
    );
  }
  const { name, phone, households } = reveal.data;
  return (
    <dl className={styles.contact}>
      <dt>{name}</dt>
      <dd>
        <a href={`tel:${phone}`}>{phone}</a>
      </dd>
      {households.map(({ id, community, door }) => (
        <dd key={id}>
          {community} {door}
        </dd>
      ))}
    </dl>
  );
}
