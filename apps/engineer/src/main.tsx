import '@firstfix/ui/base.css';
import '@firstfix/ui/latin-font.css';
import { bringChineseFont } from '@firstfix/ui/chinese-font.ts';
import { startLanguage } from '@firstfix/ui/language.ts';
import { startTheme } from '@firstfix/ui/theme.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepAppOnPhone } from './install/install.ts';
import { loadWords } from './words/words.ts';

startTheme();
bringChineseFont();
await startLanguage(loadWords);

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app');
createRoot(place).render(<App />);
keepAppOnPhone();
