import { createContext, type FormEvent, useContext, useState } from 'react';
import { Button } from '../button.tsx';
import { useUiWords } from '../language.ts';
import { MenuItem } from '../menu-item.tsx';
import { Popover } from '../popover.tsx';
import { tell } from '../toasts.ts';
import styles from './data-table.module.css';
import { readViews, type StoredView, withoutView, withView, worthKeeping } from './stored-views.ts';

/** Where the list stands and whose views are remembered: the app's shell tells. */
export interface ViewsHome {
  /** Whose views they are. */
  readonly owner: string;
  /** The address of the list, and what its URL says now. */
  readonly path: string;
  readonly search: string;
  readonly open: (search: string) => void;
}

/** Told by the shell of an app; lists below it then remember views. */
export const ViewsHomeContext = createContext<ViewsHome | undefined>(undefined);

/** Views of this list that somebody named, kept in this browser. */
export function SavedViews() {
  const home = useContext(ViewsHomeContext);
  return home && <ViewsMenu key={`${home.owner} ${home.path}`} home={home} />;
}

function ViewsMenu({ home }: { home: ViewsHome }) {
  const say = useUiWords();
  const { views, keep } = useViews(home);
  const here = worthKeeping(home.search);
  const remove = (view: StoredView) => {
    keep(withoutView(views, view.name));
    tell(say('table.viewRemoved', { name: view.name }), { undo: () => keep(views) });
  };
  return (
    <Popover label={views.find(({ search }) => search === here)?.name ?? say('table.views')}>
      {(close) => (
        <>
          {views.map((view) => (
            <div key={view.name} className={styles.view}>
              <MenuItem
                chosen={view.search === here}
                onChoose={() => {
                  close();
                  home.open(view.search);
                }}
              >
                {view.name}
              </MenuItem>
              <button
                type="button"
                aria-label={say('table.removeView', { name: view.name })}
                onClick={() => remove(view)}
              >
                ✕
              </button>
            </div>
          ))}
          <NewView onName={(name) => keep(withView(views, { name, search: here }))} />
        </>
      )}
    </Popover>
  );
}

function NewView({ onName }: { onName: (name: string) => void }) {
  const say = useUiWords();
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    setName('');
  };
  return (
    <form className={styles.newView} onSubmit={submit}>
      <input
        value={name}
        maxLength={40}
        aria-label={say('table.viewName')}
        placeholder={say('table.viewName')}
        onChange={({ target }) => setName(target.value)}
      />
      <Button compact type="submit">
        {say('table.keepView')}
      </Button>
    </form>
  );
}

function useViews({ owner, path }: ViewsHome) {
  const key = `firstfix.views.${owner}.${path}`;
  const [views, setViews] = useState(() => readViews(localStorage.getItem(key)));
  const keep = (next: readonly StoredView[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  return { views, keep };
}
