import type { FastifyInstance } from 'fastify';
import type { Runtime } from '../runtime.ts';

/** `/healthz`: the process answers. `/readyz`: it can serve. `/metrics`: Prometheus. */
export async function addHealth(app: FastifyInstance, runtime: Runtime): Promise<void> {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await runtime.database.pool.query('select 1').then(
      () => true,
      (error: unknown) => {
        runtime.log.warn({ err: error }, 'not ready: the database does not answer');
        return false;
      },
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'waiting for the database' });
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const { pool } = runtime.database;
    runtime.metrics.connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
    runtime.metrics.connections.set({ state: 'idle' }, pool.idleCount);
    runtime.metrics.connections.set({ state: 'waiting' }, pool.waitingCount);
    reply.header('content-type', runtime.metrics.registry.contentType);
    return runtime.metrics.registry.metrics();
  });
}
