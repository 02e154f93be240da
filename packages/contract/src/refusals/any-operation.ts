import type { Sayings } from './saying.ts';

/** Refusals any operation can answer with. */
export const common = {
  invalid_input: { zh: '{errors}', en: '{errors}' },
  'invalid_input/schema': {
    zh: '{part|requestPart}不符合要求：{named}。',
    en: 'The {part|requestPart} does not fit: {named}.',
  },
  'invalid_input/unstorable': {
    zh: '输入里有无法保存的内容，例如 NUL 字符。',
    en: 'The input holds a value that cannot be stored, like a NUL character.',
  },
  'invalid_input/no_json': { zh: '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'invalid_input/no_http': { zh: '这不是有效的 HTTP 请求。', en: 'This is not a valid HTTP request.' },
  'invalid_input/no_time': { zh: '不存在“{text}”这个时间。', en: '{text} is no time there ever is.' },
  'invalid_input/unreadable': {
    zh: '请求无法读取：请检查地址、请求头和请求体。',
    en: 'The request cannot be read: check its address, headers and body.',
  },
  'invalid_input/media_type': {
    zh: '这个操作不接受这种 Content-Type。',
    en: 'This operation does not take this Content-Type.',
  },
  'invalid_input/if_match': {
    zh: 'If-Match 只能是本接口给出的一个 ETag，例如 "7"。',
    en: 'If-Match must be one ETag as this API gives them, like "7".',
  },
  'invalid_input/idempotency_key': {
    zh: 'Idempotency-Key 必须是 1 到 200 个可见的 ASCII 字符。',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
  },
  unauthenticated: {
    zh: '请先登录：登录已失效，或还没有登录。',
    en: 'Sign in first: no valid session came with the request.',
  },
  forbidden: {
    zh: '“{role|role}”不能做这件事；可以做的是：{roles|role}。',
    en: 'The role {role|role} may not do this; {roles|role} may.',
  },
  'forbidden/other_site': { zh: '这个请求来自别的网站。', en: 'This request comes from another site.' },
  not_found: {
    zh: '找不到{thing|thing} {id}，或者您无权查看。',
    en: 'No {thing|thing} {id} that you may see.',
  },
  'not_found/path': { zh: '没有 {method} {path} 这个地址。', en: 'There is no {method} {path}.' },
  'not_found/map_part': {
    zh: '地图没有 {part} 这一块：请取 {whole} 或一个方格。',
    en: 'The map has no part {part}: ask for {whole} or a box.',
  },
  'not_found/page_file': {
    zh: '没有文件 {path}：请重新打开页面。',
    en: 'There is no file {path}: open the page again.',
  },
  already_exists: {
    zh: '已经有相同编号或名称的一项：请读取它，或换一个。',
    en: 'One with this id or name is there already: read it, or choose another.',
  },
  wrong_version: {
    zh: '别人刚刚改过：现在是第 {current} 版，您改的是第 {demanded} 版。请重新读取后再决定。',
    en: 'It is at version {current}, you changed version {demanded}: read it again, then decide.',
  },
  idempotency_key_reused: {
    zh: '这个 Idempotency-Key 已用于别的内容：新的操作请用新的键。',
    en: 'This Idempotency-Key was used with another body: take a new key for a new command.',
  },
  payload_too_large: {
    zh: '内容超过了这个操作能接受的大小。',
    en: 'The body is larger than this operation takes.',
  },
  headers_too_large: {
    zh: '请求行和请求头太大：请减少查询参数或 Cookie。',
    en: 'The request line and headers are larger than the server reads: put less into the query or cookies.',
  },
  request_timeout: {
    zh: '请求没有及时到达：请再发一次。',
    en: 'The request did not arrive in time: send it again.',
  },
  rate_limited: {
    zh: '尝试太多次：请 {seconds} 秒后再试。',
    en: 'Too many tries: try again in {seconds} seconds.',
  },
  overloaded: { zh: '现在太忙：请几秒后再试。', en: 'Try again in a few seconds.' },
  internal: {
    zh: '服务器出错，已按请求编号记录：请再试一次，或把编号告诉我们。',
    en: 'It is logged under the request id; try again, or tell us the id.',
  },
} as const satisfies Sayings;

/** What the server says of a field by the keyword of its schema that does not hold. */
export const commonFields = {
  required: { zh: '请填写', en: 'required' },
  type: { zh: '应为{type|jsonType}', en: 'must be {type|jsonType}' },
  minLength: { zh: '至少 {limit} 个字符', en: 'at least {limit} characters' },
  maxLength: { zh: '最多 {limit} 个字符', en: 'at most {limit} characters' },
  pattern: { zh: '格式不对', en: 'not written in the form asked for' },
  format: { zh: '应为{format|textFormat}', en: 'must be {format|textFormat}' },
  enum: { zh: '只能是其中之一：{allowed}', en: 'must be one of {allowed}' },
  const: { zh: '只能是其中之一：{allowed}', en: 'must be {allowed}' },
  minimum: { zh: '不能小于 {limit}', en: 'must be {limit} or more' },
  maximum: { zh: '不能大于 {limit}', en: 'must be {limit} or less' },
  minItems: { zh: '至少 {limit} 项', en: 'at least {limit} items' },
  maxItems: { zh: '最多 {limit} 项', en: 'at most {limit} items' },
  uniqueItems: { zh: '不能重复', en: 'must not repeat itself' },
  additionalProperties: { zh: '不认识的字段', en: 'not a field of this' },
  unfit: { zh: '不符合要求', en: 'does not fit' },
  cursor: {
    zh: '这个翻页标记不属于这个列表：请从第一页开始',
    en: 'the cursor is not one of this list: start from the first page',
  },
  time: { zh: '不是一个时间', en: 'names no time' },
} as const satisfies Sayings;
