import type { Sayings } from './saying.ts';

export const appliances = {
  'appliances.serial_taken': {
    zh: '{brand} {serialNumber} 已经登记过：请按机身条码查找。',
    en: '{brand} {serialNumber} is registered already: find it by its serial number.',
  },
  'appliances.serial_malformed': {
    zh: '{serialNumber} 不是我们的机身条码：请在机身上再看一遍。',
    en: '{serialNumber} is no serial number of ours: read it again from the appliance.',
  },
  'appliances.serial_of_other_model': {
    zh: '{serialNumber} 不是型号 {model}：请选择机身上标的型号。',
    en: '{serialNumber} is not a {model}: choose the model that the appliance shows.',
  },
  'appliances.already_exchanged': {
    zh: '已经换过一台：{applianceId}。',
    en: 'Appliance {applianceId} was given for it already.',
  },
} as const satisfies Sayings;

export const appliancesFields = {
  future: { zh: '{date|day} 还没有到', en: '{date|day} has not come yet' },
  too_early: { zh: '{date|day} 时还没有这种家电', en: '{date|day} is before there were such appliances' },
  before_production: { zh: '它是 {madeOn|day} 生产的', en: 'it was made on {madeOn|day}' },
  'required/invoice_date': { zh: '有发票就有日期：请填写购买日期', en: 'an invoice has its date' },
  not_own: { zh: '只能登记自己的家电。', en: 'You register what is yours.' },
  before_start: { zh: '延保从 {startsOn|day} 开始。', en: 'It starts on {startsOn|day}.' },
  'unknown/model': { zh: '没有产品型号 {modelId}。', en: '{modelId} is no product model.' },
  'required/model_or_category': { zh: '请指明型号或品类。', en: 'Name the model or the category.' },
  'required/household_or_customer': { zh: '请指明家庭或用户。', en: 'Name a household or a customer.' },
} as const satisfies Sayings;
