export const slots = {
  good: '充裕',
  fair: '紧张',
  full: '约满',
  held: '已为用户保留，剩 {{time}}',
  holdOver: '保留已到期，请重新选择',
  book: '确认预约',
  giveBack: '放弃',
  none: '未来 {{count}} 天都已约满，请与调度联系或改日再约',
};
