import { api, ask } from '@firstfix/client/api.ts';
import { getEntitlement } from '@firstfix/contract/appliances/endpoints';
import type { ApplianceView } from '@firstfix/contract/appliances/schemas';
import { getModel } from '@firstfix/contract/catalogue/endpoints';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useWords } from '../words/words.ts';
import { useCategoryName } from './category-names.ts';
import { CoverBadge } from './cover-badge.tsx';
import styles from './desk.module.css';

interface ApplianceLineProps {
  readonly appliance: ApplianceView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** An appliance with its cover of today; pressed, it is the one the caller means. */
export function ApplianceLine({ appliance, chosen, onChoose }: ApplianceLineProps) {
  const say = useWords();
  const nameOf = useCategoryName();
  const { modelId, boughtOn, brand, category } = appliance;
  const model = useQuery({
    queryKey: [getModel.id, modelId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: modelId ? () => api.call(getModel, { params: { id: modelId } }) : skipToken,
  });
  const cover = useQuery(ask(getEntitlement, { params: { id: appliance.id } }));
  return (
    <li>
      <button type="button" aria-pressed={chosen} disabled={appliance.retiredOn !== null} onClick={onChoose}>
        <strong>{nameOf(category)}</strong>
        <span>{model.data?.code ?? brand}</span>
        {cover.data && <CoverBadge cover={cover.data.cover} until={cover.data.until} />}
        <small className={styles.soft}>
          {boughtOn ? say('desk.boughtOn', { date: boughtOn }) : say('desk.boughtUnknown')}
        </small>
      </button>
    </li>
  );
}
