import type { RequestHandler } from 'express';
import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { requireWithin } from '../actor';
import { actorOf } from '../context';
import type { Deps } from '../deps';
import type { Operation, Parsed } from '../operation';
import { allows, permissionRow } from '../permissions';
import { readBody } from './body';
import { invalidInput } from './errors';
import { send } from './outcome';
import { perform } from './perform';
import { stateOf, type RequestState } from './state';

const nothing = z.strictObject(
  {},
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `有不认识的查询参数:${issue.keys.join('、')};请检查拼写` : '格式不对',
  },
);

const check = (schema: z.ZodType, value: unknown): unknown => {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidInput(result.error);
  return result.data;
};

const authorise = (operation: Operation, state: RequestState): void => {
  if (permissionRow(operation.permission)?.public) return;
  const actor = actorOf(state);
  if (!allows(operation.permission, actor)) {
    throw new AppError('forbidden', `您当前的任职不能“${operation.summary}”;请切换任职,或由有此权限的人员办理`);
  }
};

/** Permission, body, validation, division, work, answer: the way of every request. Errors go on to the one funnel. */
export const route =
  (deps: Deps, name: string, operation: Operation): RequestHandler =>
  async (request, response) => {
    const state = stateOf(response);
    state.operation = name;
    authorise(operation, state);
    const params = check(operation.params ?? nothing, { ...request.params });
    const query = check(operation.query ?? nothing, { ...request.query });
    const body = await readBody(operation, request, response);
    const parsed: Parsed<unknown, unknown, unknown> = {
      params,
      query,
      body: operation.input ? check(operation.input, body) : undefined,
      ...(Buffer.isBuffer(body) ? { bytes: body } : {}),
    };
    const division = operation.division?.(parsed);
    if (division !== undefined) requireWithin(actorOf(state), division);
    send(response, await perform[operation.effect]({ deps, name, operation, state, request, parsed }));
  };
