import type { ResponseOf } from '@firstfix/contract';
import { IMPORT_FIELDS, type ImportError, type importRequestFile } from '@firstfix/contract/requests/import';
import { toCsv } from '@firstfix/ui/data-table/csv.ts';
import { saveAs } from '@firstfix/ui/data-table/save-as.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCodeWords, useWords } from '../words/words.ts';
import styles from './imports.module.css';

/** Errors whose remedy is another in another column, by code and field. */
const SPECIAL: ReadonlySet<string> = new Set([
  'required_lat',
  'invalid_phone',
  'invalid_address',
  'invalid_lat',
  'invalid_lng',
  'invalid_windowStart',
  'invalid_windowEnd',
  'invalid_urgent',
  'unknown_channel',
  'unknown_districtCode',
]);

/** Errors shown on the screen; the file has them all. */
const SHOWN = 100;

interface ImportOutcomeProps {
  readonly report: ResponseOf<typeof importRequestFile>;
  readonly fileName: string;
}

/** What became of the file, or would; with errors, every one by its row. */
export function ImportOutcome({ report, fileName }: ImportOutcomeProps) {
  const say = useWords();
  const { rows, registered, updated, unchanged, errorCount, dryRun, ignoredColumns } = report;
  const counts = say('imports.counts', { rows, registered, updated, unchanged });
  return (
    <section className={styles.panel} aria-label={say('imports.outcome')}>
      {errorCount > 0 ? (
        <Alert type="error" showIcon title={say('imports.refused', { count: errorCount })} />
      ) : (
        <Alert
          type={dryRun ? 'info' : 'success'}
          showIcon
          title={say(dryRun ? 'imports.wouldDo' : 'imports.did')}
          description={counts}
        />
      )}
      {ignoredColumns.length > 0 && (
        <p>{say('imports.ignoredColumns', { heads: ignoredColumns.join(say('orderActions.separator')) })}</p>
      )}
      {errorCount > 0 && <Errors errors={report.errors} fileName={fileName} />}
      {!dryRun && errorCount === 0 && <Link to="/orders">{say('imports.toOrders')}</Link>}
    </section>
  );
}

function Errors({ errors, fileName }: { errors: readonly ImportError[]; fileName: string }) {
  const say = useWords();
  const columns = useErrorColumns();
  return (
    <>
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            saveAs(
              `${fileName}.errors.csv`,
              new Blob([toCsv(columns, errors)], { type: 'text/csv;charset=utf-8' }),
            )
          }
        >
          {say('imports.download')}
        </Button>
        {errors.length > SHOWN && <span>{say('imports.firstShown', { count: SHOWN })}</span>}
      </div>
      <div className={styles.scroll}>
        <table className={`${styles.mapping} ${styles.errors}`}>
          <thead>
            <tr>
              {columns.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, SHOWN).map((error) => (
              <tr key={`${error.row} ${error.field} ${error.code}`}>
                {columns.map(({ key, text }) => (
                  <td key={key}>{text(error)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function useErrorColumns() {
  const say = useWords();
  const sayCode = useCodeWords();
  const column = (key: keyof ImportError, title: string, text: (error: ImportError) => string) => ({
    key,
    title,
    text,
    cell: text,
  });
  return [
    column('row', say('imports.row'), ({ row }) => String(row)),
    column('field', say('imports.errorField'), ({ field }) => nameOf(field)),
    column('code', say('imports.error'), ({ code }) => sayCode('imports.code', code)),
    column('given', say('imports.given'), ({ given }) => given ?? ''),
    column('message', say('imports.detail'), adviceOf),
  ];

  /** What to do depends on the column, where the error alone says too little. */
  function adviceOf({ code, field }: ImportError): string {
    const special = `${code}_${field}`;
    return sayCode('imports.advice', SPECIAL.has(special) ? special : code);
  }

  function nameOf(text: string): string {
    const field = IMPORT_FIELDS.find((one) => one === text);
    return field ? say(`imports.field.${field}`) : text;
  }
}
