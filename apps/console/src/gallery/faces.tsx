import { Empty } from '@firstfix/ui/empty.tsx';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { tell } from '@firstfix/ui/toasts.ts';
import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';

/** The three faces of every question: on its way, nothing, refused. */
export function Faces() {
  const say = useWords();
  return (
    <Specimen title={say('gallery.faces')} note={say('gallery.facesNote')}>
      <div className={styles.faces}>
        <Loading />
        <Empty />
        <ProblemNotice problem={new Error('offline')} onAgain={() => tell(say('gallery.again'))} />
      </div>
    </Specimen>
  );
}
