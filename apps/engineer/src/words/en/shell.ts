export const shell = {
  places: 'Main pages',
  today: 'Today',
  offers: 'Offers',
  earnings: 'Earnings',
  waiting: 'Kept on this phone and sent once there is a network: {{count}}',
  understood: 'Understood',
  sharing: 'The customer sees where you are',
  sharingSeeking: 'Looking for your position; then the customer sees where you are',
  sharingRefused: 'This phone does not tell its position: the customer cannot see where you are',
  told: 'sent {{time}}',
  untold: 'Positions to be sent once there is a network: {{count}}',
  keptDays: 'Ends when you arrive; positions are deleted after {{days}} days',
};
