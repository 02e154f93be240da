export const shell = { places: 'Places', orders: 'Services', book: 'Book', appliances: 'My home', me: 'Me' };
