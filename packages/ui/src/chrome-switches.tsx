import styles from './chrome-switches.module.css';
import { changeLanguage, useLanguage, useUiWords } from './language.ts';
import { changeTheme, useTheme } from './theme.ts';

/** The button to the other language. */
export function LanguageSwitch() {
  const say = useUiWords();
  const language = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className={styles.switch} lang={other} onClick={() => changeLanguage(other)}>
      {say('chrome.language')}
    </button>
  );
}

/** The button to the other theme. */
export function ThemeSwitch() {
  const say = useUiWords();
  const theme = useTheme();
  const other = theme === 'light' ? 'dark' : 'light';
  return (
    <button type="button" className={styles.switch} onClick={() => changeTheme(other)}>
      {say(other === 'dark' ? 'chrome.toDark' : 'chrome.toLight')}
    </button>
  );
}
