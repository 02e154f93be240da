import type { ResponseOf } from '@firstfix/contract';
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
import { SheetChoice } from './sheet-choice.tsx';
import { useImport } from './use-import.ts';

interface Choice {
  readonly chosen: File;
  readonly sheet?: string;
}

/** A file of requests: chosen, its columns understood, checked without storing, then registered. */
export function ImportPage() {
  const say = useWords();
  const [file, setFile] = useState<File>();
  const [data, setData] = useState<ResponseOf<typeof readImportFile>>();
  const reading = useMutation({
    mutationFn: ({ chosen, sheet }: Choice) => sendFile(readImportFile, chosen, sheet ? { sheet } : {}),
    onSuccess: setData,
  });
  const run = useImport(file);
  const choose = (chosen: File) => {
    run.reset();
    setFile(chosen);
    setData(undefined);
    if (chosen.size <= IMPORT_LIMIT_BYTES) reading.mutate({ chosen });
    else reading.reset();
  };
  const chooseSheet = (sheet: string) => {
    run.reset();
    if (file) reading.mutate({ chosen: file, sheet });
  };
  const done = run.data?.dryRun === false;
  const tooLarge = (file?.size ?? 0) > IMPORT_LIMIT_BYTES;
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
      {data && !done && (
        <SheetChoice
          sheets={data.sheets}
          sheet={data.sheet ?? reading.variables?.sheet ?? null}
          busy={reading.isPending || run.isPending}
          onSheet={chooseSheet}
        />
      )}
      {data?.errors.map(({ code, message }) => (
        <Alert key={code} type="error" showIcon title={message} />
      ))}
      {file && data && data.columns.length > 0 && !tooLarge && !done && (
        <ColumnMapping
          key={`${file.name} ${file.lastModified} ${data.sheet}`}
          file={file}
          description={data}
          run={run}
        />
      )}
      {run.error && <ProblemNotice problem={run.error} />}
      {run.data && file && <ImportOutcome report={run.data} fileName={file.name} />}
      {done && (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              run.reset();
              reading.reset();
              setData(undefined);
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
