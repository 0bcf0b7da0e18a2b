import { z } from 'zod';
import { operation } from '../operation';
import { answer } from '../http/answer';

const part = z.enum(['ok', 'unavailable']);

const settled = async (check: () => Promise<boolean>): Promise<'ok' | 'unavailable'> => {
  try {
    return (await check()) ? 'ok' : 'unavailable';
  } catch {
    return 'unavailable';
  }
};

export const readHealth = operation({
  method: 'get',
  path: '/api/v1/health',
  permission: 'system.public',
  tag: '系统',
  summary: '查看系统是否正常',
  description: '数据库、流程引擎和工作进程是否可用;有一项不可用时状态码为503。',
  effect: 'none',
  output: z
    .object({
      status: part,
      database: part,
      engine: part,
      worker: part.meta({ description: '有工作进程在处理案件' }),
    })
    .meta({ id: 'Health' }),
  example: { output: { status: 'ok', database: 'ok', engine: 'ok', worker: 'ok' } },
  async handler({ scope, engine }) {
    const workers = engine.health().catch(() => ({ reachable: false, workers: 0 }));
    const [database, reachable, worker] = await Promise.all([
      settled(async () => (await scope((tx) => tx.$queryRaw<unknown[]>`select 1`)).length === 1),
      settled(async () => (await workers).reachable),
      settled(async () => (await workers).workers > 0),
    ]);
    const status = [database, reachable, worker].every((one) => one === 'ok') ? 'ok' : 'unavailable';
    return answer({ status, database, engine: reachable, worker } as const, { status: status === 'ok' ? 200 : 503 });
  },
});
