export const signIn = {
  title: '一次就好',
  subtitle: '售后服务工作台',
  userName: '账号',
  password: '密码',
  submit: '登录',
  needed: '请填写',
  demoTitle: '演示账号，点一个角色进入',
};
