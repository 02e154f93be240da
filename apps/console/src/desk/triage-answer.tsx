import { ask } from '@firstfix/client/api.ts';
import { listSymptoms } from '@firstfix/contract/catalogue/endpoints';
import type { ServiceRequestView } from '@firstfix/contract/requests/schemas';
import { fen, formatYuan, SECOND } from '@firstfix/kernel';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useMoments } from '@firstfix/ui/moment.ts';
import { useQuery } from '@tanstack/react-query';
import { useWorkNames } from '../orders/work-names.ts';
import { useWords } from '../words/words.ts';
import { CoverBadge } from './cover-badge.tsx';
import styles from './desk.module.css';

type Item = ServiceRequestView['items'][number];

/** What triage made of one thing: symptom, cover, how long, how soon, and what the caller would probably pay. */
export function TriageAnswer({ item }: { item: Item }) {
  const say = useWords();
  const moments = useMoments();
  const nameOf = useWorkNames();
  const { cover, standardSeconds, responseSeconds, difficulty } = item.triage;
  return (
    <>
      <h3 className={styles.who}>
        {nameOf(item)} <CoverBadge cover={cover} />
      </h3>
      <dl className={styles.triage}>
        <Answer name={say('desk.symptom')} value={useSymptomName(item)} />
        <Answer name={say('desk.price')} value={usePrice(item.triage)} strong />
        <Answer name={say('desk.duration')} value={moments.length(standardSeconds * SECOND)} />
        <Answer name={say('desk.response')} value={moments.length(responseSeconds * SECOND)} />
        <Answer name={say('desk.difficulty')} value={say('desk.difficultyOf', { difficulty })} />
      </dl>
    </>
  );
}

function Answer({ name, value, strong = false }: { name: string; value: string; strong?: boolean }) {
  return (
    <div data-strong={strong}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function useSymptomName({ category, triage }: Item): string {
  const say = useWords();
  const language = useLanguage();
  const { data } = useQuery(ask(listSymptoms, { query: { category } }));
  const symptom = data?.items.find(({ code }) => code === triage.symptomCode);
  if (!symptom) return triage.symptomCode ?? say('desk.symptomUnknown');
  return language === 'zh' ? symptom.nameZh : symptom.nameEn;
}

/** A price is named only where the caller would pay. */
function usePrice({ cover, probablePriceFen }: Item['triage']): string {
  const say = useWords();
  if (probablePriceFen !== null) return say('desk.priceFrom', { price: formatYuan(fen(probablePriceFen)) });
  return cover === 'in_warranty' || cover === 'extended' ? say('desk.free') : say('desk.priceOnSite');
}
