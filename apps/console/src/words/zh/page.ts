export const page = {
  notYours: '你的角色不能做这件事',
  cancel: '取消',
  needed: '请填写',
  none: '无',
};
