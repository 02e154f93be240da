import type { EarningLine } from '@firstfix/contract/pay/schemas';
import { yuan } from '../page/yuan.ts';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './earning-lines.module.css';

/** Why a sum is what it is: each line's rule, what went into it, and the sum as one would write it down. */
export function EarningLines({ lines }: { lines: readonly EarningLine[] }) {
  const sayCode = useCodeWords();
  const say = useWords();
  if (lines.length === 0) return <p>{say('finance.noLines')}</p>;
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.rule} ${line.arithmetic}`}>
          <strong>{sayCode('finance.rule', line.rule)}</strong>
          <code>{line.arithmetic}</code>
          <span>{yuan(line.amountFen)}</span>
          <small>
            {Object.entries(line.inputs)
              .map(([name, value]) => `${sayCode('finance.input', name)} ${String(value)}`)
              .join(' · ')}
          </small>
        </li>
      ))}
    </ol>
  );
}
