import { PhoneFrame } from '@firstfix/ui/phone-frame.tsx';
import { createRootRoute, Outlet } from '@tanstack/react-router';
import { useWords } from '../words/words.ts';
import { Tabs } from './tabs.tsx';

export const rootRoute = createRootRoute({
  component: function Root() {
    const say = useWords();
    return (
      <PhoneFrame title={say('start.title')}>
        <Outlet />
        <Tabs />
      </PhoneFrame>
    );
  },
});
