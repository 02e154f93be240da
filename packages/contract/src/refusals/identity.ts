import type { Sayings } from './saying.ts';

export const identity = {
  'identity.wrong_credentials': { zh: '用户名或密码不对。', en: 'The name or the password is wrong.' },
  'identity.locked_out': {
    zh: '连续错了 {tries} 次：这个用户名锁定 {minutes} 分钟。',
    en: '{tries} wrong tries: this name is locked for {minutes} minutes.',
  },
  'identity.wrong_code': {
    zh: '验证码不对或已失效：请重新获取。',
    en: 'The code is wrong or holds no more: ask for a new one.',
  },
  'identity.not_registered': {
    zh: '您是第一次来：请填写姓名和地址，再提交验证码。',
    en: 'You are new here: send the code again with name and address.',
  },
  'identity.link_unknown': {
    zh: '这个链接不存在或已过期：请索取新的链接。',
    en: 'This link is unknown or too old: ask for a new one.',
  },
  'identity.name_taken': {
    zh: '这个用户名已有人用：请换一个。',
    en: 'Somebody has this user name: choose another.',
  },
  'identity.last_admin': {
    zh: '这是最后一位管理员：请先设立另一位。',
    en: 'This is the last admin: make another one first.',
  },
} as const satisfies Sayings;

export const identityFields = {
  'required/account_engineer': {
    zh: '服务兵账号要指明服务兵。',
    en: 'An engineer’s account names the engineer.',
  },
  'required/account_outlet': {
    zh: '网点账号要指明网点。',
    en: 'An outlet owner’s account names the outlet.',
  },
  'required/account_territories': {
    zh: '调度账号至少要指明一个区域。',
    en: 'A dispatcher’s account names at least one territory.',
  },
} as const satisfies Sayings;
