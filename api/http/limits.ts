import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../../domain/errors';
import { usualLimits, type Limits } from '../deps';
import { stateOf } from './state';

const MINUTE = 60_000;

const address = (request: Request): string => ipKeyGenerator(request.ip ?? 'unknown');
const sessionOrAddress = (request: Request, response: Response): string =>
  stateOf(response).actor?.sessionId ?? address(request);

const limited = (
  windowMs: number,
  limit: number,
  keyGenerator: typeof sessionOrAddress,
  detail: string,
  failures = false,
) =>
  rateLimit({
    windowMs,
    limit,
    keyGenerator,
    skipSuccessfulRequests: failures,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: (_request, _response, next) => next(new AppError('tooManyRequests', detail)),
  });

export const createLimits = (given: Limits): Readonly<Record<keyof Limits, RequestHandler>> => {
  const limits = { ...usualLimits, ...given };
  return {
    general: limited(MINUTE, limits.general, sessionOrAddress, '请求太频繁,请等一分钟再试'),
    publicReads: limited(MINUTE, limits.publicReads, address, '查询太频繁,请等一分钟再看'),
    objections: limited(
      60 * MINUTE,
      limits.objections,
      address,
      '本机提交的异议太多,请一小时后再试,或到乡镇(街道)民政办当面反映',
    ),
    failedLogins: limited(
      15 * MINUTE,
      limits.failedLogins,
      address,
      '本机登录失败次数太多,请15分钟后再试,或请管理员重置密码',
      true,
    ),
  };
};
