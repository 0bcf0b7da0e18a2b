import express, { type Express } from 'express';
import { letUiDecode } from './admin/codec/cross-origin';
import type { Deps } from './deps';
import { funnel, unknownAddress } from './http/funnel';
import { createLimits } from './http/limits';
import { requestLog } from './http/log';
import { mount } from './http/mount';
import { sameOrigin } from './http/origin';
import { requestId } from './http/request-id';
import { securityHeaders } from './http/security';
import { session } from './http/session';
import { openApiDocument } from './openapi/document';
import { mountPages } from './openapi/pages';
import { operations as allOperations } from './operations';
import type { Operation } from './operation';
import { mountMetrics } from './system/metrics';

/** The way of a request, top to bottom; what an operation adds stands in http/route.ts. */
export const createApp = (deps: Deps, operations: Readonly<Record<string, Operation>> = allOperations): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.trustedProxies ?? 'loopback');
  app.set('query parser', 'simple');

  app.use(requestId, requestLog(deps.logger), securityHeaders());
  mountMetrics(app, deps);
  app.use('/api/v1', letUiDecode(deps.temporalUiUrl), session(deps), sameOrigin, createLimits(deps.limits).general);
  mountPages(app, () => openApiDocument(operations));
  mount(app, deps, operations);
  app.use(unknownAddress);
  app.use(funnel(deps.logger));
  return app;
};
