import { ask } from '@firstfix/client/api.ts';
import { getDemo } from '@firstfix/contract/identity/endpoints';
import { Loading } from '@firstfix/ui/loading.tsx';
import { ProblemNotice } from '@firstfix/ui/problem-notice.tsx';
import { useQuery } from '@tanstack/react-query';
import { UnknownPage } from '../shell/unknown-page.tsx';
import { useWords } from '../words/words.ts';
import { Acting } from './acting.tsx';
import { Appearance } from './appearance.tsx';
import { BothLights } from './both-lights.tsx';
import { Colours } from './colours.tsx';
import { Faces } from './faces.tsx';
import { FormSpecimen } from './form-specimen.tsx';
import styles from './gallery.module.css';
import { ListSpecimen } from './list-specimen.tsx';
import { States } from './states.tsx';
import { Threads } from './threads.tsx';

/** Everything screens are made of, in one place and alive; only where anybody may look around. */
export function GalleryPage() {
  const say = useWords();
  const { data, error, refetch } = useQuery(ask(getDemo));
  if (error) return <ProblemNotice problem={error} onAgain={refetch} />;
  if (!data) return <Loading />;
  if (!data.demo) return <UnknownPage />;
  return (
    <div className={styles.gallery}>
      <header className={styles.header}>
        <div>
          <h1>{say('gallery.title')}</h1>
          <p>{say('gallery.intro')}</p>
        </div>
        <Appearance />
      </header>
      <Colours />
      <Threads />
      <States />
      <Acting />
      <FormSpecimen />
      <ListSpecimen />
      <Faces />
      <BothLights />
    </div>
  );
}
