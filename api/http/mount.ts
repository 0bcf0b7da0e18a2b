import type { Express, RequestHandler } from 'express';
import type { Deps } from '../deps';
import type { Operation } from '../operation';
import { unknownMethod } from './funnel';
import { createLimits } from './limits';
import { route } from './route';

export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Every operation at its address; other methods of a known address are refused by name. */
export const mount = (app: Express, deps: Deps, operations: Readonly<Record<string, Operation>>): void => {
  const limits = createLimits(deps.limits);
  const methods = new Map<string, string[]>();
  for (const [name, operation] of Object.entries(operations)) {
    const before: RequestHandler[] = operation.limit ? [limits[operation.limit]] : [];
    app[operation.method](expressPath(operation.path), ...before, route(deps, name, operation));
    methods.set(operation.path, [...(methods.get(operation.path) ?? []), operation.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) app.route(expressPath(path)).all(unknownMethod(allowed));
};
