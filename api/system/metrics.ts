import type { Express, RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Deps } from '../deps';
import { stateOf } from '../http/state';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

const mismatchesOf = async ({ prisma }: Deps['store']): Promise<number> => {
  const check = await prisma.ledgerCheck.findFirst({ orderBy: { id: 'desc' } });
  return (check?.mismatches as { readonly found?: readonly unknown[] } | undefined)?.found?.length ?? 0;
};

/** Durations by operation and status, the ledger's last check, and the process's own figures; read from this machine only, never through a proxy. */
export const mountMetrics = (app: Express, { store }: Pick<Deps, 'store'>): void => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'doudi_request_seconds',
    help: 'Seconds per API request by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'doudi_ledger_mismatches',
    help: 'What the last check of the ledger could not account for; anything above 0 is an alarm',
    registers: [registry],
    async collect() {
      // Not a number while the database is away: unknown is no alarm and no all-clear.
      this.set(await mismatchesOf(store).catch(() => Number.NaN));
    },
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
