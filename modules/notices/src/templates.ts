/** Texts of all messages. A name in braces is a variable; both languages have the same ones. */
export const TEMPLATES = {
  sign_in_code: {
    zh: '【Firstfix】登录验证码 {code}，5 分钟内有效。请勿告诉他人。',
    en: '[Firstfix] Your sign-in code is {code}. It holds for 5 minutes. Tell nobody.',
  },
  window_promised: {
    zh: '【Firstfix】您的服务单 {number} 已约定上门时间：{window}。如需更改请联系客服。',
    en: '[Firstfix] Order {number}: we come {window}. Call us if that does not suit you.',
  },
  engineer_departed: {
    zh: '【Firstfix】服务单 {number}：工程师已出发，请保持电话畅通。上门后请核对上门核验码。',
    en: '[Firstfix] Order {number}: the engineer is on the way. Please compare the door code on arrival.',
  },
  nobody_came: {
    zh: '【Firstfix】服务单 {number}：很抱歉，工程师未能按约上门。我们将尽快与您重新约定时间。',
    en: '[Firstfix] Order {number}: we are sorry that nobody came. We will agree on a new time with you soon.',
  },
  work_order_cancelled: {
    zh: '【Firstfix】您的服务单 {number} 已取消。如有疑问请联系客服。',
    en: '[Firstfix] Order {number} is cancelled. Call us with any question.',
  },
  visit_unassigned: {
    zh: '【Firstfix】工单 {number} 的派工已由调度收回，请不要前往。',
    en: '[Firstfix] Dispatch took order {number} back from you: please do not go there.',
  },
  order_link: {
    zh: '【Firstfix】服务单 {number} 的进度、改约与评价：{url} 链接仅供您本人使用，请勿转发。',
    en: '[Firstfix] Order {number}, its progress, window and rating: {url} This link is yours alone.',
  },
  completion_code: {
    zh: '【Firstfix】服务单 {number} 的完单验收码：{code}。满意后再告诉工程师。',
    en: '[Firstfix] Completion code of order {number}: {code}. Give it to the engineer once you are satisfied.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type TemplateId = keyof typeof TEMPLATES;
