import type { Sayings } from './saying.ts';

export const catalogue = {
  'catalogue.no_price_list': {
    zh: '{region} 在 {date|day} 没有公布的价目表。',
    en: 'No price list was published for {region} on {date|day}.',
  },
  'catalogue.not_on_price_list': {
    zh: '只能收取公布的价目表里这类服务的费用：请选择表里的项目。',
    en: 'Only what the published price list offers for this work can be charged: choose its codes.',
  },
  'catalogue.effective_date_not_ahead': {
    zh: '{region} 价目表 {effectiveFrom|day} 会改变已经报过的价：请以 {today|day} 之后的日期重新起草。',
    en: 'The price list {region} {effectiveFrom|day} would change prices already quoted: draft it again with a date after {today|day}.',
  },
  'catalogue.already_published': {
    zh: '{region} 价目表 {effectiveFrom|day} 已经公布，不能再改：请起草以后的价目表。',
    en: 'The price list {region} {effectiveFrom|day} is published and stays: draft a later list.',
  },
  'catalogue.empty_price_list': {
    zh: '{region} 价目表 {effectiveFrom|day} 没有条目：按它什么也不能收。',
    en: 'The price list {region} {effectiveFrom|day} has no lines: nothing could be charged by it.',
  },
} as const satisfies Sayings;

export const catalogueFields = {
  'unknown/price_list': { zh: '没有价目表 {id} 的条目', en: 'there are no lines of a price list {id}' },
  'twice/price_code': { zh: '{code} 出现了两次', en: '{code} stands there twice' },
  'unknown/code': { zh: '目录里没有 {code}', en: '{code} is not in the catalogue' },
  'unknown/category': { zh: '没有品类 {category}。', en: '{category} is no product category.' },
  no_norm: { zh: '{category} 没有“{workType}”这种服务。', en: '{workType} is not done on {category}.' },
  not_on_price_list: {
    zh: '{region} 价目表 {effectiveFrom|day} 没有 {category} {workType} 的 {code}',
    en: '{code} is not offered for {workType} of {category} by the price list {region} {effectiveFrom|day}',
  },
} as const satisfies Sayings;
