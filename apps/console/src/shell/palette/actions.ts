import { leave } from '@firstfix/client/session.ts';
import { setClockFactor } from '@firstfix/contract/platform/endpoints';
import { CLOCK_FACTORS } from '@firstfix/ui/clock-chip.tsx';
import { changeDensity, useDensity } from '@firstfix/ui/density.ts';
import { changeLanguage, useLanguage, useUiWords } from '@firstfix/ui/language.ts';
import type { PaletteItem } from '@firstfix/ui/palette/command-palette.tsx';
import { changeTheme, useTheme } from '@firstfix/ui/theme.ts';
import { useClockFactor } from '../../connection/clock-factor.ts';
import { mayCall, useSession } from '../../connection/session.ts';
import { useWords } from '../../words/words.ts';

/** What can be done from anywhere. */
export function useActions(): PaletteItem[] {
  const say = useWords();
  return [...useLooks(), ...useClockSpeeds(), { id: 'leave', title: say('shell.signOut'), onChoose: leave }];
}

function useLooks(): PaletteItem[] {
  const ui = useUiWords();
  const language = useLanguage() === 'zh' ? 'en' : 'zh';
  const theme = useTheme() === 'light' ? 'dark' : 'light';
  const density = useDensity() === 'compact' ? 'comfortable' : 'compact';
  return [
    { id: 'language', title: ui('chrome.language'), onChoose: () => changeLanguage(language) },
    {
      id: 'theme',
      title: `${ui('chrome.theme')} · ${ui(theme === 'dark' ? 'chrome.toDark' : 'chrome.toLight')}`,
      onChoose: () => changeTheme(theme),
    },
    {
      id: 'density',
      title: `${ui('density.name')} · ${ui(`density.${density}`)}`,
      onChoose: () => changeDensity(density),
    },
  ];
}

function useClockSpeeds(): PaletteItem[] {
  const ui = useUiWords();
  const { role } = useSession();
  const clock = useClockFactor();
  if (clock.production || !mayCall(setClockFactor, role)) return [];
  return CLOCK_FACTORS.filter((factor) => factor !== clock.factor).map((factor) => ({
    id: `clock-${factor}`,
    title: `${ui('clock.label')} · ${factor === 0 ? ui('clock.pause') : ui('clock.speed', { factor })}`,
    onChoose: () => clock.change(factor),
  }));
}
