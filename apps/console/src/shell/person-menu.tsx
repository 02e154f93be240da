import { ask } from '@firstfix/client/api.ts';
import { leave } from '@firstfix/client/session.ts';
import { getDemo } from '@firstfix/contract/identity/endpoints';
import { changeDensity, DENSITIES, useDensity } from '@firstfix/ui/density.ts';
import { changeLanguage, useLanguage, useUiWords } from '@firstfix/ui/language.ts';
import { MenuItem } from '@firstfix/ui/menu-item.tsx';
import { Popover } from '@firstfix/ui/popover.tsx';
import { changeTheme, useTheme } from '@firstfix/ui/theme.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../connection/session.ts';
import { useWords } from '../words/words.ts';
import styles from './person-menu.module.css';

/** Who is signed in, how they like to read, and the way out. */
export function PersonMenu() {
  const ui = useUiWords();
  const say = useWords();
  const { role } = useSession();
  const { data: demo } = useQuery(ask(getDemo));
  const word = ui(`role.${role}`);
  return (
    <Popover
      plain
      name={say('shell.person', { role: word })}
      label={
        <>
          <span className={styles.face} data-letter={word.slice(0, 1)} />
          <span className={styles.role}>{word}</span>
        </>
      }
    >
      {(close) => (
        <>
          <Appearance />
          <hr className={styles.line} />
          {demo?.demo && (
            <Link to="/gallery" className={styles.link} onClick={close}>
              {say('gallery.title')}
            </Link>
          )}
          <Link to="/sessions" className={styles.link} onClick={close}>
            {ui('sessions.title')}
          </Link>
          <MenuItem onChoose={leave}>{say('shell.signOut')}</MenuItem>
        </>
      )}
    </Popover>
  );
}

/** Language, light and density, each two to choose from. */
function Appearance() {
  const ui = useUiWords();
  const language = useLanguage();
  const theme = useTheme();
  const density = useDensity();
  return (
    <>
      <div className={styles.pair}>
        <MenuItem chosen={language === 'zh'} onChoose={() => changeLanguage('zh')}>
          {ui('language.zh')}
        </MenuItem>
        <MenuItem chosen={language === 'en'} onChoose={() => changeLanguage('en')}>
          {ui('language.en')}
        </MenuItem>
      </div>
      <div className={styles.pair}>
        <MenuItem chosen={theme === 'light'} onChoose={() => changeTheme('light')}>
          {ui('chrome.toLight')}
        </MenuItem>
        <MenuItem chosen={theme === 'dark'} onChoose={() => changeTheme('dark')}>
          {ui('chrome.toDark')}
        </MenuItem>
      </div>
      <div className={styles.pair}>
        {DENSITIES.map((one) => (
          <MenuItem key={one} chosen={density === one} onChoose={() => changeDensity(one)}>
            {ui(`density.${one}`)}
          </MenuItem>
        ))}
      </div>
    </>
  );
}
