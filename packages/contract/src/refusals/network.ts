import type { Sayings } from './saying.ts';

export const network = {
  'network.illegal_status': {
    zh: '网点的状态是“{status|outletStatus}”，只能改为“{legal|outletStatus}”。',
    en: 'The outlet is {status|outletStatus}; it may become {legal|outletStatus}.',
  },
  'network.illegal_status/final': {
    zh: '网点的状态是“{status|outletStatus}”，不能再改。',
    en: 'The outlet is {status|outletStatus}; it may become nothing else any more.',
  },
  'network.illegal_standing': {
    zh: '资格状态是“{standing|standing}”，只能改为“{legal|standing}”。',
    en: 'The standing is {standing|standing}; it may become {legal|standing}.',
  },
  'network.second_signature_needed': {
    zh: '暂停服务兵的人不能同时吊销证件：须由另一人签署。',
    en: 'Whoever suspended an engineer cannot revoke the licence as well: another person signs.',
  },
  'network.grade_not_earned/service': {
    zh: '{grade} 级需要 {months} 个月的服务时间：最早 {from|day}。',
    en: 'Grade {grade} needs {months} months of service: not before {from|day}.',
  },
  'network.grade_not_earned/certificate': {
    zh: '{grade} 级需要有效的{level|certificateLevel}产品证书。',
    en: 'Grade {grade} needs a product certificate that holds: {level|certificateLevel}.',
  },
  'network.phone_taken': {
    zh: '网络里已有服务兵用这个电话。',
    en: 'An engineer with this phone is in the network.',
  },
  'network.outlet_not_active': {
    zh: '网点“{outlet}”的状态是“{status|outletStatus}”，不能接收人员。',
    en: 'The outlet {outlet} is {status|outletStatus} and takes nobody on.',
  },
  'network.engineer_gone': {
    zh: '{name} 于 {leftOn|day} 离职：不能再改。',
    en: '{name} leaves on {leftOn|day}: nothing changes any more.',
  },
  'network.absence_over': { zh: '这次缺勤已经过去，已成事实。', en: 'The absence is over: it happened.' },
  'network.already_there/outlet': {
    zh: '这个编号已属于一个网点。',
    en: 'The id belongs to an outlet already.',
  },
  'network.already_there/engineer': {
    zh: '这个编号已属于一位服务兵。',
    en: 'The id belongs to an engineer already.',
  },
  'network.already_there/absence': { zh: '这次缺勤已经报过。', en: 'This absence is reported already.' },
  'network.already_there/certificate': {
    zh: '证书 {number} 已经登记过。',
    en: 'Certificate {number} is recorded already.',
  },
  'network.cell_taken': {
    zh: '网格 {cell} 已属于别的区域。',
    en: 'Cell {cell} belongs to another territory.',
  },
} as const satisfies Sayings;

export const networkFields = {
  other_city: { zh: '不是网点所在城市的区域。', en: 'This is no territory of the outlet’s city.' },
  not_covered: {
    zh: '网点“{outlet}”不覆盖这个区域。',
    en: 'The outlet {outlet} does not cover this territory.',
  },
  category: {
    zh: '产品证书要写品类，别的证书不写。',
    en: 'A product certificate names its category, no other does.',
  },
  level: {
    zh: '产品证书要写等级，别的证书不写。',
    en: 'A product certificate names its level, no other does.',
  },
  order: { zh: '证书的到期日须晚于签发日。', en: 'A certificate expires after it was issued.' },
  before_joining: {
    zh: '早于入职日 {joinedOn|day}。',
    en: 'This lies before the day of joining, {joinedOn|day}.',
  },
  'length/absence': {
    zh: '缺勤须先开始后结束，最长一年。',
    en: 'An absence ends after it starts, at most a year later.',
  },
  'past/absence': { zh: '这次缺勤已经过去。', en: 'The absence is over already.' },
  range: {
    zh: '不能早于 {from|day}，最多 {days} 天。',
    en: 'This lies on or after {from|day}, at most {days} days in all.',
  },
  'twice/weekday': { zh: '每个星期几只能有一个班次。', en: 'One shift a weekday.' },
  'twice/date': { zh: '每个日期只能有一个例外。', en: 'One exception a date.' },
  'length/shift': {
    zh: '班次须先开始后结束，最长 {hours} 小时。',
    en: 'A shift ends after it starts, at most {hours} hours later.',
  },
  'outside/break': { zh: '休息须在班次之内。', en: 'A break lies within its shift.' },
  overlap: { zh: '这个班次与第二天的班次重叠。', en: 'The shift runs into the next day’s.' },
} as const satisfies Sayings;
