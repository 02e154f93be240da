import { useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { useUiWords } from '../language.ts';
import { MenuItem } from '../menu-item.tsx';
import { Popover } from '../popover.tsx';
import { tell } from '../toasts.ts';
import type { Column } from './columns.ts';
import { toCsv } from './csv.ts';
import styles from './data-table.module.css';
import { saveAs } from './save-as.ts';
import type { DataTableProps } from './table-props.ts';
import { walkPages } from './walk-pages.ts';

type ExportProps<Row> = DataTableProps<Row> & { readonly shown: readonly Column<Row>[] };
type Format = 'csv' | 'xlsx';

/** The list as a file: all rows that match, of which the columns shown. */
export function TableExport<Row>(props: ExportProps<Row>) {
  const say = useUiWords();
  const { count, begin, cancel } = useExport(props);
  if (count !== undefined) {
    return (
      <span className={styles.progress} role="status">
        {say('table.gathered', { count })}
        <Button compact onClick={cancel}>
          {say('table.cancel')}
        </Button>
      </span>
    );
  }
  if (!props.data.rows?.length) {
    return (
      <Button compact disabledReason={say('table.nothingToExport')}>
        {say('table.export')}
      </Button>
    );
  }
  const choose = (format: Format, close: () => void) => () => {
    close();
    void begin(format);
  };
  return (
    <Popover label={say('table.export')}>
      {(close) => (
        <>
          <MenuItem onChoose={choose('xlsx', close)}>{say('table.xlsx')}</MenuItem>
          <MenuItem onChoose={choose('csv', close)}>{say('table.csv')}</MenuItem>
          <small className={styles.note}>
            {say(props.pageAt ? 'table.exportsAll' : 'table.exportsPage')}
          </small>
        </>
      )}
    </Popover>
  );
}

/** `count` is how many rows have been gathered; absent when nothing is under way. */
function useExport<Row>({ name, data, shown, pageAt }: ExportProps<Row>) {
  const say = useUiWords();
  const [count, setCount] = useState<number>();
  const walk = useRef<AbortController>(undefined);
  const begin = async (format: Format) => {
    const controller = new AbortController();
    walk.current = controller;
    setCount(0);
    try {
      const rows = pageAt ? await walkPages(pageAt, setCount, controller.signal) : (data.rows ?? []);
      saveAs(`${name}.${format}`, await fileOf(format, name, shown, rows));
      tell(say('table.exported', { count: rows.length }));
    } catch {
      tell(say(controller.signal.aborted ? 'table.exportEnded' : 'table.exportFailed'), {
        failed: !controller.signal.aborted,
      });
    } finally {
      setCount(undefined);
    }
  };
  return { count, begin, cancel: () => walk.current?.abort() };
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function fileOf<Row>(
  format: Format,
  name: string,
  shown: readonly Column<Row>[],
  rows: readonly Row[],
): Promise<Blob> {
  if (format === 'csv') return new Blob([toCsv(shown, rows)], { type: 'text/csv;charset=utf-8' });
  const { toXlsx } = await import('./xlsx.ts');
  return new Blob([new Uint8Array(await toXlsx(name, shown, rows))], { type: XLSX_TYPE });
}
