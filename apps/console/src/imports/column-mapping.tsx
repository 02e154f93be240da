import type { ResponseOf } from '@firstfix/contract';
import { IMPORT_FIELDS, type ImportField, type readImportFile } from '@firstfix/contract/requests/import';
import { Button, Input, Progress, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './imports.module.css';
import { columnsOf, missingFields } from './mapping.ts';
import type { ImportRun } from './use-import.ts';

interface ColumnMappingProps {
  readonly file: File;
  readonly description: ResponseOf<typeof readImportFile>;
  readonly run: ImportRun;
}

/** Which column holds what, as the heads say and a person corrects; then the check, and the import. */
export function ColumnMapping({ file, description, run }: ColumnMappingProps) {
  const say = useWords();
  const [fields, setFields] = useState(description.columns.map(({ field }) => field));
  const [source, setSource] = useState(() => file.name.replace(/\.\w+$/, '').slice(0, 40));
  const [triage, setTriage] = useState<'auto' | 'manual'>('auto');
  const sourceId = useId();
  const missing = missingFields(fields);
  const { sheet } = description;
  const wish = {
    source: source.trim(),
    triage,
    column: columnsOf(fields),
    ...(sheet === null ? {} : { sheet }),
  };
  const ready = missing.length === 0 && wish.source !== '' && !run.isPending;
  const checked = run.data?.dryRun === true && run.data.errorCount === 0;
  const change = (index: number, field: ImportField | null) => {
    run.reset();
    // a field stands in one column only
    setFields(fields.map((one, at) => (at === index ? field : one === field ? null : one)));
  };
  return (
    <section className={styles.panel} aria-label={say('imports.step.columns')}>
      <h2>{say('imports.columnsOf', { count: description.rows })}</h2>
      <div className={styles.scroll}>
        <table className={styles.mapping}>
          <thead>
            <tr>
              <th scope="col">{say('imports.head')}</th>
              <th scope="col">{say('imports.samples')}</th>
              <th scope="col">{say('imports.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {description.columns.map(({ head, samples }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <tr key={index}>
                <th scope="row">{head}</th>
                <td>{samples.join(' · ')}</td>
                <td>
                  <FieldSelect
                    head={head}
                    field={fields[index] ?? null}
                    onField={(field) => change(index, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missing.length > 0 && (
        <p className={styles.missing}>
          {say('imports.missing', {
            fields: missing.map((field) => say(`imports.field.${field}`)).join(say('orderActions.separator')),
          })}
        </p>
      )}
      <div className={styles.choices}>
        <label htmlFor={sourceId}>
          {say('imports.source')}{' '}
          <Input
            id={sourceId}
            value={source}
            maxLength={40}
            style={{ width: 200 }}
            onChange={({ target }) => {
              run.reset();
              setSource(target.value);
            }}
          />
        </label>
        <Radio.Group
          aria-label={say('imports.triageLabel')}
          value={triage}
          onChange={({ target }) => setTriage(target.value)}
          options={(['auto', 'manual'] as const).map((value) => ({
            value,
            label: say(`imports.triage.${value}`),
          }))}
        />
      </div>
      <div className={styles.buttons}>
        <Button
          disabled={!ready}
          type={checked ? 'default' : 'primary'}
          onClick={() => run.mutate({ ...wish, dryRun: true })}
        >
          {say('imports.dryRun')}
        </Button>
        <Button
          disabled={!ready || !checked}
          type={checked ? 'primary' : 'default'}
          title={checked ? undefined : say('imports.checkFirst')}
          onClick={() => run.mutate({ ...wish, dryRun: false })}
        >
          {say('imports.run')}
        </Button>
        {!checked && <span>{say('imports.checkFirst')}</span>}
      </div>
      {run.isPending && <Sending run={run} />}
    </section>
  );
}

interface FieldSelectProps {
  readonly head: string;
  readonly field: ImportField | null;
  readonly onField: (field: ImportField | null) => void;
}

function FieldSelect({ head, field, onField }: FieldSelectProps) {
  const say = useWords();
  return (
    <Select<ImportField | null>
      allowClear
      aria-label={say('imports.meaningOf', { head })}
      style={{ width: 176 }}
      value={field}
      placeholder={say('imports.ignored')}
      onChange={(chosen) => onField(chosen ?? null)}
      options={IMPORT_FIELDS.map((value) => ({ value, label: say(`imports.field.${value}`) }))}
    />
  );
}

/** First the way to the server, then its work, whose end nobody knows. */
function Sending({ run: { sent } }: { run: ImportRun }) {
  const say = useWords();
  return (
    <div role="status">
      {sent < 1 ? say('imports.sending') : say('imports.working')}
      <Progress percent={Math.round(sent * 100)} status="active" showInfo={sent < 1} />
    </div>
  );
}
