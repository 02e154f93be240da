import { Button } from '@firstfix/ui/button.tsx';
import { changeDensity, useDensity } from '@firstfix/ui/density.ts';
import { changeLanguage, useLanguage, useUiWords } from '@firstfix/ui/language.ts';
import { changeTheme, useTheme } from '@firstfix/ui/theme.ts';
import styles from './gallery.module.css';

/** The same page in the other language, light or density. */
export function Appearance() {
  const ui = useUiWords();
  const language = useLanguage() === 'zh' ? 'en' : 'zh';
  const theme = useTheme() === 'light' ? 'dark' : 'light';
  const density = useDensity() === 'compact' ? 'comfortable' : 'compact';
  return (
    <div className={styles.line}>
      <Button compact onClick={() => changeLanguage(language)}>
        {ui('chrome.language')}
      </Button>
      <Button compact onClick={() => changeTheme(theme)}>
        {ui(theme === 'dark' ? 'chrome.toDark' : 'chrome.toLight')}
      </Button>
      <Button compact onClick={() => changeDensity(density)}>
        {ui(`density.${density}`)}
      </Button>
    </div>
  );
}
