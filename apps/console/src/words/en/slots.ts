export const slots = {
  good: 'Plenty',
  fair: 'Tight',
  full: 'Full',
  held: 'Kept for the customer, {{time}} left',
  holdOver: 'No longer kept: choose again',
  book: 'Promise it',
  giveBack: 'Give back',
  none: 'The next {{count}} days are full: ask the dispatcher, or try another day',
};
