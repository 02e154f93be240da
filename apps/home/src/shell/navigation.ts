/** The app's places, a line for each subject. */
export const TABS = [
  { to: '/home', words: 'shell.orders' },
  { to: '/home/book', words: 'shell.book' },
  { to: '/home/appliances', words: 'shell.appliances' },
  { to: '/home/me', words: 'shell.me' },
] as const;
