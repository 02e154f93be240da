import type { Sayings } from './saying.ts';

export const fieldwork = {
  'fieldwork.wrong_state': {
    zh: '上门的状态是“{state|visitState}”，这一步只能在“{legalStates|visitState}”时做。',
    en: 'The visit is {state|visitState}; this is done while it is {legalStates|visitState}.',
  },
  'fieldwork.wrong_state/nobody_set_out': {
    zh: '上门的状态是“{state|visitState}”，还没有人出发。',
    en: 'The visit is {state|visitState}; nobody set out for it yet.',
  },
  'fieldwork.wrong_state/no_door_code': {
    zh: '这次上门还没有人带着门禁码出发。',
    en: 'Nobody set out with a door code for this visit.',
  },
  'fieldwork.command_id_reused': {
    zh: '操作 {commandId} 之前是别的内容：新的操作请用新的编号。',
    en: 'Command {commandId} was something else before: make a new id for a new command.',
  },
  'fieldwork.outside_geofence': {
    zh: '您在 {distanceMetres} 米外，{radiusMetres} 米内才算到达。请走近一些；确实已到达，请填写原因并确认。',
    en: 'You are {distanceMetres} m away; arrived means within {radiusMetres} m. Go nearer, or confirm with a reason that you are there.',
  },
  'fieldwork.outside_geofence/position_unknown': {
    zh: '不知道您的位置，{radiusMetres} 米内才算到达。请打开定位；确实已到达，请填写原因并确认。',
    en: 'Your position is unknown; arrived means within {radiusMetres} m. Go nearer, or confirm with a reason that you are there.',
  },
  'fieldwork.door_code_needed': {
    zh: '请输入用户手机上的门禁码；没有手机或信号，请选择“没有门禁码”。',
    en: 'Enter the code the customer sees; without phone or signal, arrive without a code (doorCodeOffline).',
  },
  'fieldwork.door_code_locked': {
    zh: '门禁码错误次数过多：请选择“没有门禁码”，到达记为未核实。',
    en: 'Too many wrong codes: arrive without one (doorCodeOffline); the arrival counts as unverified.',
  },
  'fieldwork.serial_malformed': {
    zh: '{serialNumber} 不是机身条码：请再扫一次铭牌。',
    en: '{serialNumber} is no serial number: scan the label again.',
  },
  'fieldwork.media_not_received': {
    zh: '文件还没有上传成功：请先上传，再提交。',
    en: 'Send the files first, then what refers to them.',
  },
  'fieldwork.hazard_record_needed': {
    zh: '这里用电有隐患：请说明情况、拍照，并请用户在告知书上签名。',
    en: 'The electricity here is a hazard: explain it, take a photo and let the customer sign the notice.',
  },
  'fieldwork.quote_not_open/none': { zh: '还没有报价可以决定。', en: 'There is no quote to decide on yet.' },
  'fieldwork.quote_not_open/newer': {
    zh: '第 {version} 版报价已被第 {current} 版代替：请看新的报价再决定。',
    en: 'Quote {version} is not the one on the table: read quote {current} and decide on it.',
  },
  'fieldwork.quote_not_open/decided': {
    zh: '第 {version} 版报价{state|quoteState}：要改变决定，请重新报价。',
    en: 'Quote {version} is {state|quoteState} already; another decision needs another quote.',
  },
  'fieldwork.quote_not_refused': {
    zh: '没有被拒绝的报价：请先由用户在自己的页面上或以签名拒绝。',
    en: 'No quote was refused: let the customer refuse it on their screen or by signature first.',
  },
  'fieldwork.not_ready_to_begin': {
    zh: '还不能开工：{errors}。',
    en: 'The visit cannot begin yet: {errors}.',
  },
  'fieldwork.incomplete': { zh: '还不能完工：{errors}。', en: 'The visit cannot finish yet: {errors}.' },
} as const satisfies Sayings;

export const fieldworkFields = {
  'required/outside_reason': {
    zh: '请说明为什么在范围外也算到达。',
    en: 'Say why the arrival counts from outside the geofence.',
  },
  too_old: {
    zh: '这个时间早已过去：请校准手机的时间。',
    en: 'The time is long past: set the phone’s clock.',
  },
  'required/signature': {
    zh: '在服务兵的屏幕上决定，须由用户签名。',
    en: 'On the engineer’s screen the customer signs.',
  },
  'required/visit_order': {
    zh: '请指明这次上门的一张工单：{ids}。',
    en: 'Name one of the visit’s orders: {ids}.',
  },
  'unknown/visit_order': {
    zh: '不是这次上门的工单，应为：{ids}。',
    en: 'Name one of the visit’s orders: {ids}.',
  },
  malformed: { zh: '不是机身条码', en: 'is no serial number' },
  'unknown/step': { zh: '这项服务没有步骤 {step}', en: '{step} is no step of this work' },
  must_be_done: { zh: '步骤 {step} 总是要做', en: '{step} always applies' },
  not_received: { zh: '文件 {hash} 还没有收到', en: 'file {hash} was not received' },
  'required/hazard_record': { zh: '隐患记录需要这一项', en: 'is needed for the hazard record' },
  'required/serial': { zh: '还没有扫描机身条码', en: 'the serial was not scanned' },
  'required/test_before': { zh: '开工前没有测电', en: 'no electric safety test before the work' },
  'required/test_after': { zh: '完工后没有测电', en: 'no electric safety test after the work' },
  'failed/before': {
    zh: '开工前测电不合格：请排除后再测',
    en: 'the electric safety test before the work failed: put it right and measure again',
  },
  'failed/after': {
    zh: '完工后测电不合格：请排除后再测',
    en: 'the electric safety test after the work failed: put it right and measure again',
  },
  unsafe_earth: {
    zh: '没有可靠的接地：排除并复测之前不能安装',
    en: 'there is no safe earth: nothing is installed until it is put right and measured again',
  },
  'required/diagnosis': { zh: '还没有确定故障', en: 'the fault is not set' },
  'not_approved/undecided': { zh: '用户还没有决定报价', en: 'the customer has not decided on the quote' },
  'not_approved/no_quote': {
    zh: '收费服务须先有用户同意的报价',
    en: 'chargeable work needs a quote the customer approved',
  },
  'required/step': { zh: '“{group|stepGroup}”的步骤 {step} 还没有勾选', en: 'step {step} is not ticked' },
  evidence: {
    zh: '“{group|stepGroup}”的步骤 {step} 需要 {photos} 张照片',
    en: 'step {step} needs {photos} photo(s)',
  },
} as const satisfies Sayings;
