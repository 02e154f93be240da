import { Button } from '@firstfix/ui/button.tsx';
import { Confirm } from '@firstfix/ui/confirm.tsx';
import { Drawer } from '@firstfix/ui/drawer.tsx';
import { MenuItem } from '@firstfix/ui/menu-item.tsx';
import { Popover } from '@firstfix/ui/popover.tsx';
import { Help } from '@firstfix/ui/tip.tsx';
import { tell } from '@firstfix/ui/toasts.ts';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';

/** Buttons and what answers them. */
export function Acting() {
  const say = useWords();
  return (
    <Specimen title={say('gallery.acting')} note={say('gallery.actingNote')}>
      <div className={styles.line}>
        <Button compact primary>
          {say('gallery.primary')}
        </Button>
        <Button compact>{say('gallery.plain')}</Button>
        <Button compact danger>
          {say('gallery.danger')}
        </Button>
        <Button compact disabledReason={say('gallery.reason')}>
          {say('gallery.disabled')}
        </Button>
        <Help text={say('gallery.help')} />
        <Popover label={say('gallery.menu')} align="start">
          {(close) => (
            <>
              <MenuItem chosen onChoose={close}>
                {say('gallery.primary')}
              </MenuItem>
              <MenuItem onChoose={close}>{say('gallery.plain')}</MenuItem>
            </>
          )}
        </Popover>
      </div>
      <div className={styles.line}>
        <Button primary>{say('gallery.thumb')}</Button>
        <Button disabledReason={say('gallery.reason')}>{say('gallery.disabled')}</Button>
      </div>
      <Answers />
    </Specimen>
  );
}

/** Counting stands for a change: what it undoes can be seen. */
function Answers() {
  const say = useWords();
  const [over, setOver] = useState<'drawer' | 'confirm'>();
  const [count, setCount] = useState(0);
  const close = () => setOver(undefined);
  const change = () => {
    setCount(count + 1);
    tell(say('gallery.changed', { count: count + 1 }), { undo: () => setCount(count) });
  };
  return (
    <div className={styles.line}>
      <Button compact onClick={change}>
        {say('gallery.toast', { count })}
      </Button>
      <Button compact onClick={() => tell(say('gallery.failure'), { failed: true })}>
        {say('gallery.failedToast')}
      </Button>
      <Button compact onClick={() => setOver('drawer')}>
        {say('gallery.drawer')}
      </Button>
      <Button compact onClick={() => setOver('confirm')}>
        {say('gallery.confirm')}
      </Button>
      {over === 'drawer' && (
        <Drawer
          title={say('gallery.drawer')}
          onClose={close}
          actions={
            <Button compact primary onClick={close}>
              {say('gallery.primary')}
            </Button>
          }
        >
          <p>{say('gallery.drawerNote')}</p>
        </Drawer>
      )}
      {over === 'confirm' && (
        <Confirm
          danger
          question={say('gallery.question')}
          verb={say('gallery.danger')}
          onClose={close}
          onConfirm={() => {
            close();
            setCount(0);
          }}
        >
          {say('gallery.consequence')}
        </Confirm>
      )}
    </div>
  );
}
