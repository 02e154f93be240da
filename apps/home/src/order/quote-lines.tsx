import type { QuoteLine } from '@firstfix/contract/fieldwork/schemas';
import { fen, formatYuan } from '@firstfix/kernel';
import { useNameOf } from '../words/named.ts';
import { useWords } from '../words/words.ts';
import styles from './quote-lines.module.css';

/** Lines of the price list with their sum. */
export function QuoteLines({ lines, totalFen }: { lines: readonly QuoteLine[]; totalFen: number }) {
  const say = useWords();
  const nameOf = useNameOf();
  return (
    <table className={styles.lines}>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">
              {nameOf(line)}
              {line.quantity > 1 && ` × ${line.quantity}`}
            </th>
            <td>{formatYuan(fen(line.amountFen))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('order.total')}</th>
          <td>{formatYuan(fen(totalFen))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
