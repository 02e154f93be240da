import type { FastifyInstance } from 'fastify';
import { type Background, createBackground } from './background.ts';
import type { Authenticator } from './http/caller.ts';
import { addHealth } from './http/health.ts';
import { createHttpServer } from './http/server.ts';
import { listen } from './live/listener.ts';
import { LIVE_CHANNEL } from './live/live-message.ts';
import { addLiveSocket, LiveTopics } from './live/live-socket.ts';
import type { ModuleParts } from './module.ts';
import { platformRoutes } from './own/platform-routes.ts';
import type { Runtime } from './runtime.ts';
import { CLOCK_CHANNEL } from './time/business-clock.ts';

export interface Service {
  readonly http: FastifyInstance;
  readonly background: Background;
  /** Starts pumps, jobs and listening; without it the service only answers requests. */
  goLive(): Promise<void>;
  close(): Promise<void>;
}

/** Puts modules on a runtime: routes, live topics, background. Nothing runs until asked. */
export async function createService(
  runtime: Runtime,
  modules: readonly ModuleParts[],
  authenticator: Authenticator,
): Promise<Service> {
  await runtime.policies.ensureDefaults(runtime.clock.now());
  const guards = Object.assign({}, ...modules.map((module) => module.subjects));
  const topics = new LiveTopics();
  const background = createBackground(runtime, modules);
  const routes = [...platformRoutes(runtime, guards), ...modules.flatMap((module) => module.routes)];
  const http = await createHttpServer(runtime, authenticator, routes);
  await addHealth(http, runtime);
  addLiveSocket(http, authenticator, guards, topics);
  let stopListening: () => Promise<void> = async () => undefined;
  return {
    http,
    background,
    async goLive() {
      await background.start();
      stopListening = listenForNews(runtime, topics, () => background.renewWorkers());
    },
    async close() {
      await http.close();
      await stopListening();
      await background.stop();
    },
  };
}

function listenForNews(runtime: Runtime, topics: LiveTopics, onReturn: () => void): () => Promise<void> {
  const listener = listen(
    runtime.database.connection,
    {
      [LIVE_CHANNEL]: (payload) => topics.hear(payload),
      [CLOCK_CHANNEL]: () => {
        runtime.clock
          .reload()
          .catch((error: unknown) => runtime.log.error({ err: error }, 'clock not reloaded'));
      },
    },
    (error) => runtime.log.warn({ err: error }, 'listening connection lost, will come back'),
    onReturn,
  );
  return () => listener.stop();
}
