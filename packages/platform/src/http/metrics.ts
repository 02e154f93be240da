import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus figures of one server; low-cardinality labels only. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'firstfix_http_request_seconds',
      help: 'Time from request to answer by operation and status class',
      labelNames: ['operation', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers: [registry],
    }),
    events: new Counter({
      name: 'firstfix_events_total',
      help: 'Events handed to subscribers',
      registers: [registry],
    }),
    timers: new Counter({
      name: 'firstfix_timers_total',
      help: 'Timers that became due',
      registers: [registry],
    }),
    jobFailures: new Counter({
      name: 'firstfix_job_failures_total',
      help: 'Failed tries of background jobs',
      labelNames: ['task'],
      registers: [registry],
    }),
    connections: new Gauge({
      name: 'firstfix_database_connections',
      help: 'Connections of the request pool by use',
      labelNames: ['state'],
      registers: [registry],
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
