import type { Sayings } from './saying.ts';

export const requests = {
  'requests.illegal_action': {
    zh: '诉求 {number} 的状态是“{state|requestState}”，这一步只能在“{legalStates|requestState}”时做。',
    en: 'Request {number} is {state|requestState}; this is possible while it is {legalStates|requestState}.',
  },
  'requests.no_hand_over': {
    zh: '诉求 {number} 没有转给您。',
    en: 'Request {number} was not offered to you.',
  },
  'requests.not_the_owner': {
    zh: '诉求 {number} 只能由它的负责人或调度转交。',
    en: 'Only its owner or a dispatcher can hand request {number} over.',
  },
  'requests.external_id_taken': {
    zh: '这个外部单号属于一条您无权查看的诉求。',
    en: 'This external id names a request you may not see.',
  },
  'requests.outside_service_area': {
    zh: '这个地方不在服务范围：请核对地址的位置。',
    en: 'Nobody serves this place: check the coordinates of the address.',
  },
  'requests.no_import_file': {
    zh: '请直接发送文件，Content-Type 为其中之一：{contentTypes}。',
    en: 'Send the file itself with its Content-Type, one of {contentTypes}.',
  },
} as const satisfies Sayings;

export const requestsFields = {
  outside: { zh: '不在任何服务区域内', en: 'lies in no territory' },
  'unknown/item': { zh: '诉求里没有这一项。', en: 'The request has no such item.' },
  'unknown/appliance': { zh: '这个家里没有这台家电。', en: 'No such appliance stands in this household.' },
  'unknown/model_code': {
    zh: '目录里没有这个型号：不确定就不填。',
    en: 'The catalogue has no such model: leave it out if unsure.',
  },
  'unknown/work_type': { zh: '没有服务类型 {workType}。', en: 'There is no work type {workType}.' },
  'required/category': {
    zh: '请指明家电、型号或品类。',
    en: 'Name the appliance, its model or its category.',
  },
  'required/caller': {
    zh: '请说明是谁来电：选择已有用户，或填写电话、姓名和地址。',
    en: 'Say who asks: a known customer, or a phone with name and address.',
  },
  'required/caller_address': {
    zh: '还没有这个电话的用户：请填写姓名和地址。',
    en: 'Nobody has this phone yet: give name and address.',
  },
  'required/which_home': {
    zh: '这位用户有几个家：请选择一个。',
    en: 'The customer has several homes: say which.',
  },
  'required/home': {
    zh: '这位用户还没有登记的家：请填写地址。',
    en: 'The customer has no home on file: give an address.',
  },
  'phone/external_id': {
    zh: '电话是个人信息，不能当作单号。',
    en: 'A phone number is personal data and cannot be the key.',
  },
  'not_received/photo': { zh: '请先上传照片。', en: 'Send the photo first.' },
  'window/wished': { zh: '须先开始后结束', en: 'must end after it starts' },
  column: {
    zh: '每个字段、每一列只能用一次，写成 phone:3 这样。',
    en: 'Name each field and each column once, like phone:3.',
  },
} as const satisfies Sayings;
