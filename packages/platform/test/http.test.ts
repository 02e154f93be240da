import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import * as orders from '@firstfix/contract/orders/endpoints';
import { newId } from '@firstfix/kernel';
import { anOrder, startTestApp, type TestApp } from '@firstfix/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
  token = await app.tokenFor({ role: 'agent' });
});
afterAll(() => app.close());

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(app.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** What the server says to bytes as they are, until it hangs up. */
async function sendBytes(bytes: string): Promise<string> {
  const { hostname, port } = new URL(app.url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  return text(socket);
}

interface Answer {
  id: string;
  hash: string;
  openapi: string;
  errors: { pointer: string }[];
  paths: Record<string, { post: { operationId: string } }>;
}

async function jsonOf(response: Response): Promise<Answer> {
  return (await response.json()) as Answer;
}

describe('problems', () => {
  it('names every field that does not fit', async () => {
    const order = anOrder();
    const response = await send('POST', '/api/work-orders', {
      ...order,
      customerId: 'me',
      work: { ...order.work, difficulty: 9, cover: 'maybe' },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = await jsonOf(response);
    expect(problem).toMatchObject({ code: 'invalid_input', status: 400 });
    const pointers = problem.errors.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/customerId', '/work/difficulty', '/work/cover']));
  });

  it('points at a missing field itself', async () => {
    const { customerId: _, ...rest } = anOrder();
    const problem = await jsonOf(await send('POST', '/api/work-orders', rest));
    expect(problem.errors).toEqual([expect.objectContaining({ pointer: '/customerId' })]);
  });

  it.each([
    ['GET', '/api/nowhere', undefined, 404, 'not_found'],
    ['POST', '/api/work-orders', '{"a":', 400, 'invalid_input'],
    ['GET', `/api/work-orders/${newId()}`, undefined, 404, 'not_found'],
    ['GET', '/api/work-orders/xyz', undefined, 400, 'invalid_input'],
    ['GET', '/api/work-orders/%E0%A4%A', undefined, 400, 'invalid_input'],
    ['GET', '/api/work-orders?cursor=abc', undefined, 400, 'invalid_input'],
    ['GET', `/api/work-orders?cursor=${btoa('[1,"x"]')}`, undefined, 400, 'invalid_input'],
  ])('%s %s is refused in the same form', async (method, path, body, status, code) => {
    const response = await send(method, path, body);
    expect(response.status).toBe(status);
    expect(await jsonOf(response)).toMatchObject({ code, status, type: `/problems/${code}` });
  });

  it.each([
    [
      'too many headers',
      `GET /health HTTP/1.1\r\nhost: x\r\nx-much: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['no HTTP', 'good morning\r\n\r\n', 400, 'invalid_input'],
  ])('are told on the socket of %s', async (_, bytes, status, code) => {
    const [head = '', body = ''] = (await sendBytes(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code, status, type: `/problems/${code}` });
  });

  it('does not store a NUL', async () => {
    const order = anOrder();
    const response = await send('POST', '/api/work-orders', {
      ...order,
      work: { ...order.work, description: 'a\0b' },
    });
    expect(response.status).toBe(400);
  });
});

describe('sessions', () => {
  it('refuses strangers, other roles and other sites', async () => {
    expect((await fetch(`${app.url}/api/work-orders`)).status).toBe(401);
    expect(
      (await send('GET', '/api/work-orders', undefined, { authorization: 'Bearer nonsense' })).status,
    ).toBe(401);
    const customer = await app.tokenFor({ role: 'customer', ownId: newId() });
    const refused = await send('POST', '/api/work-orders', anOrder(), {
      authorization: `Bearer ${customer}`,
    });
    expect(refused.status).toBe(403);
    const foreign = await fetch(`${app.url}/api/work-orders`, {
      headers: { cookie: `firstfix_session=${token}`, origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    const own = await fetch(`${app.url}/api/work-orders`, {
      headers: { cookie: `firstfix_session=${token}`, origin: app.url },
    });
    expect(own.status).toBe(200);
  });
});

describe('Idempotency-Key', () => {
  it('answers a repetition with the first answer and does nothing twice', async () => {
    const body = anOrder();
    const headers = { 'idempotency-key': `open-${newId()}` };
    const first = await send('POST', '/api/work-orders', body, headers);
    const second = await send('POST', '/api/work-orders', body, headers);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
    const other = await send('POST', '/api/work-orders', { ...body, householdId: newId() }, headers);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'idempotency_key_reused' });
    expect(await countOf(body.customerId)).toBe(1);
  });

  it('runs once however many come at the same time', async () => {
    const body = anOrder();
    const headers = { 'idempotency-key': `race-${newId()}` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => send('POST', '/api/work-orders', body, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const ids = await Promise.all(answers.map(async (answer) => (await jsonOf(answer)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await countOf(body.customerId)).toBe(1);
  });

  it('replays a command that would be refused the second time', async () => {
    const agent = await app.signIn({ role: 'agent' });
    const { id } = await agent.call(orders.openWorkOrder, { body: anOrder() });
    const cancel = () =>
      send(
        'POST',
        `/api/work-orders/${id}/cancel`,
        { reason: 'duplicate' },
        { 'idempotency-key': `c-${id}` },
      );
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).status).toBe(200);
    expect((await send('POST', `/api/work-orders/${id}/cancel`, { reason: 'duplicate' })).status).toBe(409);
  });

  async function countOf(customerId: string): Promise<number> {
    const rows = await app.rows('select from orders.work_order where customer_id = $1', [customerId]);
    return rows.length;
  }
});

describe('versions', () => {
  it('answers with an ETag and refuses to overwrite a change nobody saw', async () => {
    const opened = await send('POST', '/api/work-orders', anOrder());
    const { id } = await jsonOf(opened);
    expect(opened.headers.get('etag')).toBe('"1"');
    const hold = (etag: string) =>
      send(
        'POST',
        `/api/work-orders/${id}/hold`,
        { hold: 'awaiting_parts', reason: 'no board' },
        { 'if-match': etag },
      );
    expect((await hold('"1"')).headers.get('etag')).toBe('"2"');
    const late = await hold('"1"');
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: 'wrong_version', currentVersion: 2 });
    expect((await hold('W/"x"')).status).toBe(400);
  });
});

describe('files', () => {
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(newId())]);
  const upload = (bytes: Buffer, type: string) =>
    fetch(`${app.url}/api/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body: new Uint8Array(bytes),
    });

  it('names a file by its content and shows it to those who may see it', async () => {
    const sent = await upload(png, 'image/png');
    expect(sent.status).toBe(201);
    const { hash } = await jsonOf(sent);
    expect((await jsonOf(await upload(png, 'image/png'))).hash).toBe(hash);
    const back = await send('GET', `/api/media/${hash}`);
    expect(Buffer.from(await back.arrayBuffer())).toEqual(png);
    const stranger = await app.tokenFor({ role: 'customer', ownId: newId() });
    expect(
      (await send('GET', `/api/media/${hash}`, undefined, { authorization: `Bearer ${stranger}` })).status,
    ).toBe(404);
  });

  it('refuses what is not what it says, and what is too large', async () => {
    expect((await upload(Buffer.from('hello'), 'image/png')).status).toBe(422);
    expect((await upload(Buffer.alloc(10_000_001, 1), 'image/jpeg')).status).toBe(413);
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1 and describes every operation', async () => {
    const document = await jsonOf(await fetch(`${app.url}/api/openapi.json`));
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/work-orders/{id}/cancel']?.post.operationId).toBe('cancelWorkOrder');
    expect((await fetch(`${app.url}/api/try`)).status).toBe(200);
  });
});

describe('operating', () => {
  it('is healthy, ready and measured', async () => {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toContain('firstfix_http_request_seconds_count{operation="openWorkOrder",status="2xx"}');
  });
});
