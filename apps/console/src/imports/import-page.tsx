import { IMPORT_LIMIT_BYTES, readImportFile } from '@firstfix/contract/requests/import';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import styles from './imports.module.css';
import { sendFile } from './send-file.ts';
import { useImport } from './use-import.ts';

/** A file of requests: chosen, its columns understood, checked without storing, then registered. */
export function ImportPage() {
  const say = useWords();
  const [file, setFile] = useState<File>();
  const reading = useMutation({ mutationFn: (chosen: File) => sendFile(readImportFile, chosen) });
  const run = useImport(file);
  const choose = (chosen: File) => {
    run.reset();
    setFile(chosen);
    if (chosen.size <= IMPORT_LIMIT_BYTES) reading.mutate(chosen);
  };
  const tooLarge = (file?.size ?? 0) > IMPORT_LIMIT_BYTES;
  const { data } = reading;
  return (
    <>
      <h1>{say('imports.title')}</h1>
      <Steps
        size="small"
        current={run.data ? (run.data.dryRun ? 2 : 3) : data?.columns.length ? 1 : 0}
        items={(['file', 'columns', 'check', 'done'] as const).map((step) => ({
          title: say(`imports.step.${step}`),
        }))}
      />
      <FileChoice file={file} busy={reading.isPending || run.isPending} onChoose={choose} />
      {tooLarge && (
        <Alert type="error" title={say('imports.tooLarge', { megabytes: IMPORT_LIMIT_BYTES / 1_000_000 })} />
      )}
      {reading.error && <ProblemNotice problem={reading.error} />}
      {data?.errors.map(({ code, message }) => (
        <Alert key={code} type="error" title={message} />
      ))}
      {file && data && data.columns.length > 0 && !tooLarge && (
        <ColumnMapping key={file.name + file.lastModified} file={file} description={data} run={run} />
      )}
      {run.error && <ProblemNotice problem={run.error} />}
      {run.data && file && <ImportOutcome report={run.data} fileName={file.name} />}
      {run.data && !run.data.dryRun && (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              run.reset();
              reading.reset();
              setFile(undefined);
            }}
          >
            {say('imports.another')}
          </Button>
        </div>
      )}
    </>
  );
}
