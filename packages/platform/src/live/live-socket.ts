import type { WebSocket } from '@fastify/websocket';
import { DomainError } from '@firstfix/kernel';
import type { FastifyInstance } from 'fastify';
import type { Authenticator, Caller, Principal } from '../http/caller.ts';
import { sessionTokenOf } from '../http/session-token.ts';
import type { SubjectGuard } from '../module.ts';
import type { LiveMessage } from './live-message.ts';

const MAX_TOPICS = 200;

/** Who wants to hear of which topic: `<subject type>:<id>`. */
export class LiveTopics {
  readonly #listeners = new Map<string, Set<WebSocket>>();

  add(topic: string, socket: WebSocket): void {
    const sockets = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, sockets.add(socket));
  }

  remove(topic: string, socket: WebSocket): void {
    const sockets = this.#listeners.get(topic);
    sockets?.delete(socket);
    if (sockets?.size === 0) this.#listeners.delete(topic);
  }

  /** An empty payload means that news may have been missed: everybody is told to look. */
  hear(payload: string): void {
    const topics = payload === '' ? [...this.#listeners.keys()] : (JSON.parse(payload) as LiveMessage).topics;
    for (const topic of topics) {
      for (const socket of this.#listeners.get(topic) ?? []) socket.send(JSON.stringify({ topic }));
    }
  }
}

/**
 * `GET /api/live` upgraded to a WebSocket: the client sends `{"subscribe":["work-order:<id>"]}` and is told
 * `{"topic":"work-order:<id>"}` whenever it should fetch again, until `{"unsubscribe":[…]}`. Topics pass the same guards as the rows.
 */
export function addLiveSocket(
  app: FastifyInstance,
  authenticator: Authenticator,
  guards: Readonly<Record<string, SubjectGuard>>,
  topics: LiveTopics,
): void {
  app.get('/api/live', { websocket: true, schema: { hide: true } }, async (socket, request) => {
    const wanted = new Set<string>();
    socket.on('close', () => {
      for (const topic of wanted) topics.remove(topic, socket);
    });
    const principal = await principalOf(request, authenticator);
    if (!principal) return socket.close(4401, 'sign in first');
    const caller: Caller = { ...principal, scope: 'own', requestId: request.id, remoteAddress: request.ip };
    socket.on('message', (bytes: Buffer) => {
      const text = String(bytes);
      for (const topic of readTopics(text, 'unsubscribe')) {
        wanted.delete(topic);
        topics.remove(topic, socket);
      }
      subscribe(text, caller, guards, wanted.size)
        .then((added) => {
          for (const topic of added.subscribed) {
            wanted.add(topic);
            topics.add(topic, socket);
          }
          socket.send(JSON.stringify(added));
        })
        .catch((error: unknown) => {
          request.log.warn({ err: error }, 'live subscription failed');
          socket.close(1011, 'subscription failed');
        });
    });
    socket.send(JSON.stringify({ ready: true }));
  });
}

async function principalOf(
  request: Parameters<typeof sessionTokenOf>[0],
  authenticator: Authenticator,
): Promise<Principal | undefined> {
  try {
    const token = sessionTokenOf(request);
    return token === undefined ? undefined : await authenticator.authenticate(token);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

async function subscribe(
  text: string,
  caller: Caller,
  guards: Readonly<Record<string, SubjectGuard>>,
  already: number,
): Promise<{ subscribed: string[]; refused: string[] }> {
  const asked = readTopics(text, 'subscribe').slice(0, MAX_TOPICS - already);
  const allowed = await Promise.all(asked.map((topic) => maySee(topic, caller, guards)));
  return {
    subscribed: asked.filter((_, index) => allowed[index]),
    refused: asked.filter((_, index) => !allowed[index]),
  };
}

function readTopics(text: string, verb: 'subscribe' | 'unsubscribe'): string[] {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null) return [];
    const topics: unknown = Reflect.get(message, verb);
    return Array.isArray(topics) ? topics.filter((topic) => typeof topic === 'string') : [];
  } catch {
    return [];
  }
}

async function maySee(
  topic: string,
  caller: Caller,
  guards: Readonly<Record<string, SubjectGuard>>,
): Promise<boolean> {
  const at = topic.indexOf(':');
  const guard = guards[topic.slice(0, at)];
  const id = topic.slice(at + 1);
  return guard !== undefined && /^[0-9a-f-]{36}$/.test(id) && guard(caller, id);
}
