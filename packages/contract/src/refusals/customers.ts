import type { Sayings } from './saying.ts';

export const customers = {
  'customers.phone_taken': {
    zh: '这个电话已有用户：请继续使用那位用户。',
    en: 'A customer with this phone exists already: go on with that one.',
  },
  'customers.id_taken': {
    zh: '这个编号已属于别的用户或家庭：请换一个新的。',
    en: 'This id names a customer or household already: make a new one.',
  },
  'customers.open_orders': {
    zh: '还有未结束的工单：须先关闭或取消。',
    en: 'An order is still open: it must be closed or cancelled first.',
  },
  'customers.erased': {
    zh: '这位用户的资料已删除：请重新登记。',
    en: 'This customer’s data was erased: register the person anew.',
  },
} as const satisfies Sayings;

export const customersFields = {
  'required/district': { zh: '请填写地址，或选择区县。', en: 'Give a text or the district.' },
  'required/community': {
    zh: '没有找到小区或街道：请单独填写小区。',
    en: 'No community or street was found: give it as `community`.',
  },
  'required/search': {
    zh: '请输入电话、电话后四位或姓名。',
    en: 'Give a phone, its last four digits or a name.',
  },
  'empty/address': { zh: '没有地址。', en: 'The address holds no address.' },
  no_division: {
    zh: '地址里没有省、市或区县：请写成“山东省青岛市市南区海情小区3号楼2单元501”这样。',
    en: 'The address names no province, city or district: write it like 山东省青岛市市南区海情小区3号楼2单元501.',
  },
  no_district: {
    zh: '地址里没有区县：请写在城市后面。',
    en: 'The address names no district or county: add it after the city.',
  },
  ambiguous: {
    zh: '这个地址可能在几个区县：请选择一个。',
    en: 'The address could mean several districts: choose one.',
  },
  'empty/phone': { zh: '没有电话号码。', en: 'The phone holds no phone.' },
  not_digits: {
    zh: '电话里有数字、空格和短横以外的字符。',
    en: 'The phone holds something other than digits, spaces and dashes.',
  },
  foreign: {
    zh: '这是境外号码：只能拨打中国大陆的号码。',
    en: 'The phone is a foreign number: only numbers of mainland China can be called.',
  },
  service_number: {
    zh: '这是服务号码，不是个人的电话。',
    en: 'The phone is a service number, not a person’s.',
  },
  no_area_code: {
    zh: '固定电话没有区号：请写成 0532-85881234 这样。',
    en: 'The phone is a land line without its area code, like 0532-85881234.',
  },
  not_a_phone: {
    zh: '既不是手机号（11 位，以 13 到 19 开头），也不是带区号的固定电话。',
    en: 'The phone is neither a mobile (11 digits from 13 to 19) nor a land line with area code.',
  },
} as const satisfies Sayings;
