import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './imports.module.css';

interface FileChoiceProps {
  readonly file: File | undefined;
  readonly busy: boolean;
  readonly onChoose: (file: File) => void;
}

/** A file by the button or dropped here. */
export function FileChoice({ file, busy, onChoose }: FileChoiceProps) {
  const say = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [chosen] = files ?? [];
    if (chosen && !busy) onChoose(chosen);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        aria-label={say('imports.choose')}
        onChange={({ target }) => {
          take(target.files);
          target.value = '';
        }}
      />
      <Button type={file ? 'default' : 'primary'} loading={busy} onClick={() => input.current?.click()}>
        {say(file ? 'imports.chooseOther' : 'imports.choose')}
      </Button>
      <strong>{file?.name}</strong>
      <span>{say('imports.formats')}</span>
    </div>
  );
}
