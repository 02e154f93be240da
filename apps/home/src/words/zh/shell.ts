export const shell = { places: '导航', orders: '服务', book: '报修', appliances: '我的家', me: '我' };
