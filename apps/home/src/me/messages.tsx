import { ask } from '@firstfix/client/api.ts';
import { listMyMessages } from '@firstfix/contract/notices/endpoints';
import type { MessageView } from '@firstfix/contract/notices/schemas';
import { parseInstant } from '@firstfix/kernel';
import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { useMoments } from '@firstfix/ui/moment.ts';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../parts/card.tsx';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './messages.module.css';

const AT_ONCE = 20;

/** What I was told, the latest first. */
export function Messages() {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(listMyMessages, { query: { limit: AT_ONCE } }));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  return (
    <Card title={say('me.messages')}>
      {!data && <Loading />}
      {data?.items.length === 0 && <Empty>{say('me.noMessages')}</Empty>}
      <ul className={styles.messages}>
        {data?.items.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ul>
    </Card>
  );
}

/** Texts are not kept for long: what it was about stays. */
function Message({ message }: { message: MessageView }) {
  const sayCode = useCodeWords();
  const moments = useMoments();
  const text = message.text ?? sayCode('me.about', message.template);
  return (
    <li>
      <time dateTime={message.queuedAt}>{moments.moment(parseInstant(message.queuedAt))}</time>
      {message.subjectType === 'work-order' && message.subjectId !== null ? (
        <Link to="/home/orders/$id" params={{ id: message.subjectId }}>
          {text}
        </Link>
      ) : (
        <span>{text}</span>
      )}
    </li>
  );
}
