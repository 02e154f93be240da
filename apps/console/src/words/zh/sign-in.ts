export const signIn = {
  title: '一次就好',
  subtitle: '售后服务工作台',
  userName: '账号',
  password: '密码',
  submit: '登录',
  needed: '请填写',
  phones: '服务兵和用户用手机：打开各自的应用，用演示手机号登录',
  demoTitle: '演示账号，点一个角色进入',
};
