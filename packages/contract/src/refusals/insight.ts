import type { Sayings } from './saying.ts';

export const insight = {
  'insight.period_unfit/order': {
    zh: '时间范围不对：须先开始后结束。',
    en: 'The period does not fit. It must end after it starts.',
  },
  'insight.period_unfit/length': {
    zh: '时间范围最长 {days} 天：请一次少看一些。',
    en: 'The period does not fit. It is at most {days} days long: ask for less at once.',
  },
} as const satisfies Sayings;

export const insightFields = {
  period: { zh: '时间范围不对', en: 'does not fit' },
} as const satisfies Sayings;
