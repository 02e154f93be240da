import { ask } from '@firstfix/client/api.ts';
import { getEffectivePriceList } from '@firstfix/contract/catalogue/endpoints';
import type { PriceLine } from '@firstfix/contract/catalogue/schemas';
import { giveQuote } from '@firstfix/contract/fieldwork/endpoints';
import type { JobView } from '@firstfix/contract/fieldwork/schemas';
import { getMyProfile } from '@firstfix/contract/network/endpoints';
import { fen, formatYuan, timesQuantity } from '@firstfix/kernel';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldCommand } from '../../connection/field-command.ts';
import { Act } from '../../parts/act.tsx';
import panel from '../../parts/panel.module.css';
import { useWords } from '../../words/words.ts';
import { useNameOf } from '../../work/catalogue-names.ts';
import { type JobActionProps, useNot } from '../step.ts';
import styles from './give-quote.module.css';

type Quantities = Readonly<Record<string, number>>;

/** From the published price list only: lines and quantities, never an amount. */
export function GiveQuote({ visit, job }: JobActionProps) {
  const say = useWords();
  const profile = useQuery(ask(getMyProfile));
  const regionCode = profile.data?.territory.regionCode ?? '';
  const list = useQuery({
    ...ask(getEffectivePriceList, { query: { regionCode, category: job.category } }),
    enabled: profile.data !== undefined,
  });
  const problem = profile.error ?? list.error;
  if (problem) return <ProblemNotice problem={problem} onAgain={() => [profile.refetch(), list.refetch()]} />;
  if (!list.data) return <Loading />;
  const lines = list.data.lines.filter((line) => fits(line, job));
  return (
    <>
      <p className={panel.note}>{say('visit.priceList', { name: list.data.name })}</p>
      {job.quote?.state === 'refused' && <p>{say('visit.quoteRefused')}</p>}
      <Basket visit={visit} job={job} lines={lines} />
    </>
  );
}

function Basket({ visit, job, lines }: JobActionProps & { lines: readonly PriceLine[] }) {
  const say = useWords();
  const quote = useFieldCommand(giveQuote, visit.id);
  const [quantities, setQuantities] = useState<Quantities>(() => likely(lines, job));
  const chosen = lines.filter(({ code }) => (quantities[code] ?? 0) > 0);
  const total = chosen.reduce((sum, line) => sum + line.unitFen * (quantities[line.code] ?? 0), 0);
  const not = useNot(visit.id, chosen.length === 0 && say('visit.lineNeeded'));
  const items = chosen.map(({ code }) => ({ code, quantity: quantities[code] ?? 0 }));
  const row = (line: PriceLine) => (
    <Line
      key={line.code}
      line={line}
      quantity={quantities[line.code] ?? 0}
      onQuantity={(quantity) => setQuantities({ ...quantities, [line.code]: quantity })}
    />
  );
  return (
    <>
      <div className={panel.rows}>{chosen.map(row)}</div>
      <details className={panel.more} open={chosen.length === 0}>
        <summary>{say('visit.moreLines', { count: lines.length - chosen.length })}</summary>
        <div className={panel.rows}>{lines.filter((line) => !chosen.includes(line)).map(row)}</div>
      </details>
      <p className={panel.row}>
        {say('visit.total')} <strong className={panel.money}>{formatYuan(fen(total))}</strong>
      </p>
      <Act
        onAct={() => quote.mutate({ workOrderId: job.workOrderId, items })}
        busy={quote.isPending}
        problem={quote.error}
        not={not}
      >
        {say('visit.giveQuote')}
      </Act>
    </>
  );
}

interface LineProps {
  readonly line: PriceLine;
  readonly quantity: number;
  readonly onQuantity: (quantity: number) => void;
}

function Line({ line, quantity, onQuantity }: LineProps) {
  const say = useWords();
  const nameOf = useNameOf();
  const name = nameOf(line);
  const amount = timesQuantity(fen(line.unitFen), Math.max(1, quantity));
  return (
    <div className={styles.line}>
      <span>
        {name}
        <small>{formatYuan(amount)}</small>
      </span>
      <button
        type="button"
        aria-label={say('visit.less', { name })}
        disabled={quantity === 0}
        onClick={() => onQuantity(quantity - 1)}
      >
        −
      </button>
      <output>{quantity}</output>
      <button
        type="button"
        aria-label={say('visit.moreOf', { name })}
        onClick={() => onQuantity(quantity + 1)}
      >
        +
      </button>
    </div>
  );
}

/** Lines of this machine and this work, or of any. */
function fits(line: PriceLine, { category, workType }: JobView): boolean {
  const ofCategory = line.category === null || line.category === category;
  return ofCategory && (line.workType === null || line.workType === workType);
}

/** What the diagnosis says: the labour of its class, and the part that is replaced. */
function likely(lines: readonly PriceLine[], { workType, diagnosis }: JobView): Quantities {
  const labour = lines.find(
    ({ kind, workType: of, repairClass }) =>
      kind === 'labour' && of === workType && repairClass === (diagnosis?.repairClass ?? null),
  );
  const replaced = diagnosis?.remedyCode === 'replace_part';
  const part =
    replaced && lines.find(({ kind, code }) => kind === 'part' && code.endsWith(`.${diagnosis.faultyPart}`));
  return Object.fromEntries([labour, part].flatMap((line) => (line ? [[line.code, 1]] : [])));
}
