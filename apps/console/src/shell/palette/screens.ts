import type { PaletteItem } from '@firstfix/ui/palette/command-palette.tsx';
import { useRouter } from '@tanstack/react-router';
import { useSession } from '../../connection/session.ts';
import { useWords } from '../../words/words.ts';
import { navigationFor } from '../navigation.ts';

/** The screens of this role. */
export function useScreens(): PaletteItem[] {
  const say = useWords();
  const router = useRouter();
  const { role } = useSession();
  return navigationFor(role).map(({ to, word }) => ({
    id: `screen-${word}`,
    title: say(word),
    onChoose: () => router.navigate({ to }),
  }));
}
