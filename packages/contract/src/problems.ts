/** Refusals any operation can answer with, in words; modules declare their own beside their endpoints. */
export const COMMON_PROBLEMS: Readonly<Record<string, string>> = {
  invalid_input: 'The input does not fit',
  unauthenticated: 'Sign in first',
  forbidden: 'Not yours to do',
  not_found: 'Not found',
  already_exists: 'There already',
  wrong_version: 'Somebody changed it meanwhile',
  idempotency_key_reused: 'The key was used for another request',
  payload_too_large: 'Too large',
  headers_too_large: 'Too large',
  request_timeout: 'Too slow',
  rate_limited: 'Too many tries',
  overloaded: 'Too busy just now',
  internal: 'Something went wrong here',
};
