import type { Language } from './language.ts';
import type { Saying } from './refusals/saying.ts';

/** Titles of the refusals any operation can answer with; modules declare their own codes beside their endpoints. */
export const COMMON_PROBLEMS: Readonly<Record<string, Saying>> = {
  invalid_input: { zh: '输入不符合要求', en: 'The input does not fit' },
  unauthenticated: { zh: '请先登录', en: 'Sign in first' },
  forbidden: { zh: '不能做这件事', en: 'Not yours to do' },
  not_found: { zh: '找不到', en: 'Not found' },
  already_exists: { zh: '已经有了', en: 'There already' },
  wrong_version: { zh: '别人刚刚改过', en: 'Somebody changed it meanwhile' },
  idempotency_key_reused: { zh: '这个键已用于别的请求', en: 'The key was used for another request' },
  payload_too_large: { zh: '太大', en: 'Too large' },
  headers_too_large: { zh: '太大', en: 'Too large' },
  request_timeout: { zh: '太慢', en: 'Too slow' },
  rate_limited: { zh: '尝试太多次', en: 'Too many tries' },
  overloaded: { zh: '现在太忙', en: 'Too busy just now' },
  internal: { zh: '服务器出错', en: 'Something went wrong here' },
};

const UNFIT: Saying = { zh: '不符合要求', en: 'It does not fit' };
const NOT_NOW: Saying = { zh: '现在不能这样做', en: 'Not as things stand' };

/** The title of a code's problems, the same each time. */
export function titleOf(code: string, status: number, language: Language): string {
  return (COMMON_PROBLEMS[code] ?? (status === 422 ? UNFIT : NOT_NOW))[language];
}
