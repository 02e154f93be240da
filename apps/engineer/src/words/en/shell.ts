export const shell = {
  places: 'Main pages',
  today: 'Today',
  offers: 'Offers',
  earnings: 'Earnings',
  me: 'Me',
  waiting: 'Kept on this phone and sent once there is a network: {{count}}',
  understood: 'Understood',
};
