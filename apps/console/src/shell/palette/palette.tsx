import { CommandPalette } from '@firstfix/ui/palette/command-palette.tsx';
import { fits } from '@firstfix/ui/palette/moving.ts';
import { useState } from 'react';
import { useWords } from '../../words/words.ts';
import { useActions } from './actions.ts';
import { useFoundOrders } from './found-orders.ts';
import { usePeople } from './people.ts';
import { useScreens } from './screens.ts';
import { useSettled } from './settled.ts';

/** Orders, customers, engineers, screens and actions, as far as this role may see and do them. */
export function Palette({ onClose }: { onClose: () => void }) {
  const say = useWords();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const orders = useFoundOrders(asked);
  const people = usePeople(asked);
  const typed = text.trim();
  const screens = useScreens().filter(({ title }) => fits(title, typed));
  const actions = useActions().filter(({ title }) => fits(title, typed));
  const groups = [
    { name: say('palette.orders'), items: orders.items },
    { name: say('palette.customers'), items: people.customers },
    { name: say('palette.engineers'), items: people.engineers },
    { name: say('palette.screens'), items: screens },
    { name: say('palette.actions'), items: actions },
  ];
  return (
    <CommandPalette
      groups={groups}
      text={text}
      onText={setText}
      busy={asked !== typed || orders.busy || people.busy}
      onClose={onClose}
    />
  );
}
