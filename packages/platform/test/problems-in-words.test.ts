import { openWorkOrder } from '@firstfix/contract/orders/endpoints';
import { newId } from '@firstfix/kernel';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
let agent: string;
beforeAll(async () => {
  app = await startTestApp();
  agent = await app.tokenFor({ role: 'agent' });
});
afterAll(() => app.close());

interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  params?: Record<string, unknown>;
  errors?: { pointer: string; code: string; message: string; params?: Record<string, unknown> }[];
}

const ZH = 'zh-CN,zh;q=0.9,en;q=0.8';
const EN = 'en-GB';

async function ask(
  language: string | undefined,
  method: string,
  path: string,
  { token = agent, body, ifMatch }: { token?: string; body?: unknown; ifMatch?: string } = {},
): Promise<{ response: Response; problem: Problem }> {
  const response = await fetch(app.url + path, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(language === undefined ? {} : { 'accept-language': language }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { response, problem: (await response.json()) as Problem };
}

async function anOpenOrder(): Promise<{ id: string; number: string }> {
  return (await app.signIn({ role: 'agent' })).call(openWorkOrder, { body: anOrder() });
}

describe('a refusal comes in the language asked for', () => {
  it('to strangers, and says so in its headers', async () => {
    const zh = await ask(ZH, 'GET', '/api/work-orders', { token: '' });
    expect(zh.problem).toMatchObject({
      status: 401,
      code: 'unauthenticated',
      title: '请先登录',
      detail: '请先登录：登录已失效，或还没有登录。',
    });
    expect(zh.response.headers.get('content-language')).toBe('zh-CN');
    expect(zh.response.headers.get('vary')).toContain('accept-language');
    const en = await ask(EN, 'GET', '/api/work-orders', { token: '' });
    expect(en.problem.detail).toBe('Sign in first: no valid session came with the request.');
  });

  it('and in English to programs that ask for none', async () => {
    const { response, problem } = await ask(undefined, 'GET', '/api/work-orders', { token: '' });
    expect(problem.title).toBe('Sign in first');
    expect(response.headers.get('content-language')).toBe('en');
  });

  it('to another role, by the roles’ names', async () => {
    const token = await app.tokenFor({ role: 'customer', ownId: newId() });
    const body = anOrder();
    const zh = await ask(ZH, 'POST', '/api/work-orders', { token, body });
    expect(zh.problem).toMatchObject({ status: 403, params: { role: 'customer' } });
    expect(zh.problem.detail).toMatch(/^“用户”不能做这件事；可以做的是：.*坐席/);
    const en = await ask(EN, 'POST', '/api/work-orders', { token, body });
    expect(en.problem.detail).toMatch(/^The role customer may not do this; .*agent.* may\.$/);
  });

  it('for what is not there, naming the thing', async () => {
    const id = newId();
    const zh = await ask(ZH, 'GET', `/api/work-orders/${id}`);
    expect(zh.problem).toMatchObject({ status: 404, params: { thing: 'work_order', id } });
    expect(zh.problem.detail).toBe(`找不到工单 ${id}，或者您无权查看。`);
    const en = await ask(EN, 'GET', `/api/work-orders/${id}`);
    expect(en.problem.detail).toBe(`No work order ${id} that you may see.`);
  });

  it('for a version nobody has any more', async () => {
    const { id } = await anOpenOrder();
    const hold = (language: string, ifMatch?: string) =>
      ask(language, 'POST', `/api/work-orders/${id}/hold`, {
        body: { hold: 'awaiting_parts', reason: 'no board' },
        ...(ifMatch === undefined ? {} : { ifMatch }),
      });
    await hold(EN);
    expect((await hold(ZH, '"1"')).problem).toMatchObject({
      status: 412,
      detail: '别人刚刚改过：现在是第 2 版，您改的是第 1 版。请重新读取后再决定。',
      params: { current: 2, demanded: 1 },
      currentVersion: 2,
    });
    expect((await hold(EN, '"1"')).problem.detail).toMatch(/^It is at version 2, you changed version 1/);
  });

  it('from a module, with the order’s number and states as data and as words', async () => {
    const { id, number } = await anOpenOrder();
    const cancel = (language: string) =>
      ask(language, 'POST', `/api/work-orders/${id}/cancel`, { body: { reason: 'duplicate' } });
    await cancel(EN);
    const zh = await cancel(ZH);
    expect(zh.problem).toMatchObject({ status: 409, params: { number, state: 'cancelled' } });
    expect(zh.problem.detail).toContain(`工单 ${number} 的状态是“已取消”`);
    expect((await cancel(EN)).problem.detail).toContain(
      `Order ${number} is cancelled; this is possible while`,
    );
  });

  it('at each field that does not fit, with its limits', async () => {
    const order = anOrder();
    const body = { ...order, customerId: 'me', work: { ...order.work, difficulty: 99, cover: 'maybe' } };
    const zh = (await ask(ZH, 'POST', '/api/work-orders', { body })).problem;
    const said = Object.fromEntries((zh.errors ?? []).map(({ pointer, message }) => [pointer, message]));
    expect(said).toMatchObject({
      '/customerId': '应为UUID',
      '/work/difficulty': expect.stringMatching(/^不能大于 \d+$/),
      '/work/cover': expect.stringMatching(/^只能是其中之一：/),
    });
    expect(zh.detail).toContain('难度：不能大于');
    const en = (await ask(EN, 'POST', '/api/work-orders', { body })).problem;
    const difficulty = en.errors?.find(({ pointer }) => pointer === '/work/difficulty');
    expect(difficulty).toMatchObject({
      code: 'maximum',
      message: expect.stringMatching(/^must be \d+ or less$/),
    });
    expect(difficulty?.params).toEqual({ limit: expect.any(Number) });
  });

  it('for a field that is missing, by the name screens call it', async () => {
    const body = { userName: 'somebody' };
    const zh = (await ask(ZH, 'POST', '/api/sessions', { token: '', body })).problem;
    expect(zh.errors).toEqual([{ pointer: '/password', code: 'required', message: '请填写' }]);
    expect(zh.detail).toBe('内容不符合要求：密码：请填写。');
    const en = (await ask(EN, 'POST', '/api/sessions', { token: '', body })).problem;
    expect(en.detail).toBe('The body does not fit: Password: required.');
  });

  it('for a field only a module can judge', async () => {
    const admin = await app.tokenFor({ role: 'admin' });
    const body = { userName: `d${Date.now()}`, password: 'long-enough-12', role: 'dispatcher', name: '调' };
    const zh = (await ask(ZH, 'POST', '/api/accounts', { token: admin, body })).problem;
    expect(zh).toMatchObject({
      code: 'invalid_input',
      detail: '调度账号至少要指明一个区域。',
      errors: [{ pointer: '/territoryIds', code: 'required', message: '调度账号至少要指明一个区域。' }],
    });
  });
});
