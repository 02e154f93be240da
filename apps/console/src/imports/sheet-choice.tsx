import { Select } from 'antd';
import { useId } from 'react';
import { useWords } from '../words/words.ts';
import styles from './imports.module.css';

interface SheetChoiceProps {
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly busy: boolean;
  readonly onSheet: (sheet: string) => void;
}

/** Which sheet of a workbook is meant, where there are several. */
export function SheetChoice({ sheets, sheet, busy, onSheet }: SheetChoiceProps) {
  const say = useWords();
  const id = useId();
  if (sheets.length < 2) return null;
  return (
    <div className={styles.sheet}>
      <label htmlFor={id}>{say('imports.sheet')}</label>
      <Select
        id={id}
        value={sheet}
        disabled={busy}
        style={{ minWidth: 176 }}
        onChange={(chosen) => {
          if (chosen !== null) onSheet(chosen);
        }}
        options={sheets.map((value) => ({ value, label: value }))}
      />
    </div>
  );
}
