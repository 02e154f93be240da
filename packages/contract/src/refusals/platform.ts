import type { Sayings } from './saying.ts';

export const platform = {
  'platform.clock_is_the_wall': {
    zh: '正式环境的业务时间就是实际时间。',
    en: 'In production business time is wall time.',
  },
  'platform.media_type_unknown': {
    zh: '请直接发送文件，Content-Type 为其中之一：{contentTypes}。',
    en: 'Send the file itself with its Content-Type, one of {contentTypes}.',
  },
  'platform.policy_unfit': {
    zh: '内容不符合这项政策：{named}。',
    en: 'The document does not fit the policy: {named}.',
  },
} as const satisfies Sayings;

export const platformFields = {
  'past/policy': {
    zh: '政策从现在或以后起生效，不能用于过去。',
    en: 'A policy holds from now on or later, never for the past.',
  },
} as const satisfies Sayings;
