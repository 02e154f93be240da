import { getDemo } from '@firstfix/contract/identity/endpoints';
import { readDemoMessage } from '@firstfix/contract/notices/endpoints';
import { useUiWords } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from './api.ts';
import styles from './demo-phone.module.css';

/** The message is handed over a moment after it was asked for. */
const LOOK_AGAIN_MS = 1_000;

/** In a demo no message leaves the machine: here is the phone it would have come to. */
export function DemoPhone({ phone }: { phone: string }) {
  const say = useUiWords();
  const demo = useQuery({ ...ask(getDemo), staleTime: Number.POSITIVE_INFINITY });
  const message = useQuery({
    queryKey: [readDemoMessage.id, phone],
    queryFn: () => api.call(readDemoMessage, { body: { phone } }),
    enabled: demo.data?.demo === true,
    refetchInterval: ({ state }) => (state.data?.text ? false : LOOK_AGAIN_MS),
  });
  if (!demo.data?.demo) return null;
  return (
    <aside className={styles.phone}>
      <strong>{say('phone.demoMessage')}</strong>
      <p>{message.data?.text ?? say('phone.demoWaiting')}</p>
    </aside>
  );
}
