import { useMutation } from '@tanstack/react-query';
import { uploadPhoto } from '../connection/upload.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './evidence.module.css';

interface PhotoButtonProps {
  readonly label: string;
  /** Names of the photos taken so far. */
  readonly taken: readonly string[];
  readonly onTaken: (hash: string) => void;
}

/** Takes a photo with the phone's camera and sends it at once; shows those taken. */
export function PhotoButton({ label, taken, onTaken }: PhotoButtonProps) {
  const say = useWords();
  const upload = useMutation({ mutationFn: uploadPhoto, networkMode: 'always', onSuccess: onTaken });
  return (
    <div className={styles.photos}>
      {taken.map((hash, index) => (
        <img key={hash} src={`/api/media/${hash}`} alt={say('visit.photoNumber', { number: index + 1 })} />
      ))}
      <label className={styles.take} data-busy={upload.isPending}>
        {upload.isPending ? say('refusals.sending') : label}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={upload.isPending}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) upload.mutate(file);
            target.value = '';
          }}
        />
      </label>
      <Refusal problem={upload.error} />
    </div>
  );
}
