import type { ResponseOf } from '@firstfix/contract';
import { IMPORT_FIELDS, type ImportError, type importRequestFile } from '@firstfix/contract/requests/import';
import { toCsv } from '@firstfix/ui/data-table/csv.ts';
import { saveAs } from '@firstfix/ui/data-table/save-as.ts';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useWords } from '../words/words.ts';
import styles from './imports.module.css';

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
  const column = (key: keyof ImportError, title: string, text: (error: ImportError) => string) => ({
    key,
    title,
    text,
    cell: text,
  });
  return [
    column('row', say('imports.row'), ({ row }) => String(row)),
    column('field', say('imports.errorField'), ({ field }) => nameOf(field)),
    column('given', say('imports.given'), ({ given }) => given ?? ''),
    column('message', say('imports.error'), ({ message }) => message),
  ];

  function nameOf(text: string): string {
    const field = IMPORT_FIELDS.find((one) => one === text);
    return field ? say(`imports.field.${field}`) : text;
  }
}
