import { Agent, request as httpRequest } from 'node:http';
import type { Endpoint } from '@firstfix/contract';
import { ApiProblem, type CallInput, type Client, pathOf } from '@firstfix/contract/client';
import { uploadMedia } from '@firstfix/contract/platform/endpoints';

/** A client that can also send files. */
export interface Connection extends Client {
  /** Sends a file; answers the hash that names it. */
  upload(bytes: Buffer, contentType: string): Promise<string>;
}

/** Told of every answer: which operation, how long it took in ms, and its status. */
export type Observer = (operation: string, milliseconds: number, status: number) => void;

/** The way to one server: keeps its sockets open for everybody who talks through it. */
export interface Door {
  /** Somebody's connection; without a token a guest's. */
  connect(token?: string): Connection;
  close(): void;
}

interface Message {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: string | Buffer;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

type Send = (message: Message) => Promise<Answer>;

/** Over `node:http` with sockets kept open: what a load driver spends, the server beside it lacks. */
export function openDoor(baseUrl: string, options: { sockets: number; observe?: Observer }): Door {
  const { hostname: host, port } = new URL(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: options.sockets });

  const send: Send = async (message) => {
    const started = performance.now();
    const answer = await exchange({ agent, host, port }, message);
    options.observe?.(message.operation, performance.now() - started, answer.status);
    return answer;
  };

  return {
    connect: (token) => connectionOf(send, token),
    close: () => agent.destroy(),
  };
}

function exchange(to: { agent: Agent; host: string; port: string }, message: Message): Promise<Answer> {
  const { method, path, headers, body } = message;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ ...to, method, path, headers }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('error', reject);
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function connectionOf(send: Send, token: string | undefined): Connection {
  const own: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    async call(endpoint, input = {}) {
      return read(await send(messageOf(endpoint, input, own)));
    },
    async upload(bytes, contentType) {
      const { id: operation, method, path } = uploadMedia;
      const headers = { ...own, 'content-type': contentType, 'content-length': bytes.length };
      return read(await send({ operation, method, path, headers, body: bytes })).hash;
    },
  };
}

/** What the server answers is serialised by the schema of its endpoint; a refusal is thrown. */
function read({ status, text }: Answer) {
  const answer = text === '' ? undefined : JSON.parse(text);
  if (status < 200 || status >= 300) throw new ApiProblem(status, answer ?? {});
  return answer;
}

function messageOf(
  endpoint: Endpoint,
  input: CallInput<Endpoint>,
  own: Readonly<Record<string, string>>,
): Message {
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  const headers: Record<string, string | number> = { ...own };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    headers['content-length'] = Buffer.byteLength(body);
  }
  if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`;
  const path = pathOf(endpoint.path, input.params, input.query);
  return { operation: endpoint.id, method: endpoint.method, path, headers, body };
}
