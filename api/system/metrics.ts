import type { Express, RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { stateOf } from '../http/state';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Durations by operation and status, and the process's own figures; read from this machine only, never through a proxy. */
export const mountMetrics = (app: Express): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'doudi_request_seconds',
    help: 'Seconds per API request by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const measure: RequestHandler = (_request, response, next) => {
    const stop = duration.startTimer();
    response.on('finish', () => {
      stop({ operation: stateOf(response).operation ?? 'unknown', status: String(response.statusCode) });
    });
    next();
  };
  app.use(measure);
  app.get('/metrics', async (request, response, next) => {
    const direct = loopback.has(request.socket.remoteAddress ?? '') && request.get('X-Forwarded-For') === undefined;
    if (!direct) return next();
    response.type(registry.contentType).send(await registry.metrics());
  });
};
