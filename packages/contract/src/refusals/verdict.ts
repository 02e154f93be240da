import type { Sayings } from './saying.ts';

export const verdict = {
  'verdict.wrong_completion_code': {
    zh: '验收码不对，不是这张工单发给用户的那一个。',
    en: 'This is not the code we sent to the customer for this order.',
  },
  'verdict.completion_code_locked': {
    zh: '验收码错了五次：请等 {minutes} 分钟，或请用户签名、在自己的页面上确认。',
    en: 'Five wrong codes: wait {minutes} minutes, or let the customer sign or confirm on their page.',
  },
  'verdict.not_finished': {
    zh: '服务还没有完成：完成后再评价。',
    en: 'The work is not finished yet: rate it afterwards.',
  },
  'verdict.already_rated': {
    zh: '这张工单已经评价过：请修改评价。',
    en: 'This order is rated already: change the rating instead.',
  },
  'verdict.not_rated': {
    zh: '这张工单还没有评价：请先评价。',
    en: 'This order is not rated yet: give the rating first.',
  },
  'verdict.rating_closed': {
    zh: '评价只能在 {days} 天内修改，现在已经过了。',
    en: 'A rating can be changed for {days} days; they are over.',
  },
  'verdict.rating_closed/neutral': {
    zh: '这张工单 {days} 天的评价期已经过了。',
    en: 'The {days} days for rating this order are over.',
  },
  'verdict.follow_up_ended': {
    zh: '回访的状态是“{state|followUpState}”，没有要问的了。可以另开投诉或新的诉求。',
    en: 'The follow-up is {state|followUpState}: nothing is left to ask. Open a complaint or a new request instead.',
  },
  'verdict.follow_up_ended/no_work': {
    zh: '没有回访：这张工单的服务没有完成。',
    en: 'There is no follow-up: the work of this order is not done.',
  },
  'verdict.not_judged': {
    zh: '投诉 {number} 须先判责才能关闭：责任由质量判定。',
    en: 'Complaint {number} must be judged before it is closed: quality decides who is liable.',
  },
  'verdict.complaint_closed': { zh: '投诉 {number} 已关闭。', en: 'Complaint {number} is closed.' },
} as const satisfies Sayings;

export const verdictFields = {
  unknown_file: { zh: '请先上传文件，再引用它。', en: 'Send the file first, then name it.' },
  'required/completion_code': {
    zh: '请输入用户报出的验收码，或请用户签名。',
    en: 'Enter the code the customer reads out, or let the customer sign.',
  },
  wrong: { zh: '不对', en: 'is not accepted' },
} as const satisfies Sayings;
