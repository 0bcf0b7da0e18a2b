import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { text } from '../fields';
import { operation } from '../operation';
import { commandOf } from './actions/command-status';
import { exampleCase } from './application/example-case';
import { CaseView } from './views/schema';
import { readCaseView } from './views/case-view';

const CommandStatus = z
  .object({
    state: z.enum(['done', 'running', 'refused']),
    answer: CaseView.exactOptional().meta({ description: '已办:案件现在的情况' }),
    refusal: z
      .object({ code: z.string(), message: z.string() })
      .exactOptional()
      .meta({ description: '未能办理的理由' }),
  })
  .meta({ id: 'CommandStatus' });

export const readCommand = operation({
  method: 'get',
  path: '/api/v1/commands/{key}',
  permission: 'command.own',
  tag: '案件',
  summary: '查询办理结果',
  description: '按本人提交时的 Idempotency-Key 查询;用于得到202之后,或没有收到答复时。',
  effect: 'read',
  params: z.strictObject({ key: text('Idempotency-Key', { min: 8, max: 128 }) }),
  output: CommandStatus,
  example: { params: { key: '2f6c1c9e-7e0d-4a58-8f52-0a1b2c3d4e5f' }, output: { state: 'done', answer: exampleCase } },
  async handler(context, { params: { key } }) {
    const found = await commandOf(context, key);
    if (!found)
      throw new AppError('notFound', '没有用这个 Idempotency-Key 办理过,请核对;没有收到答复的请用原来的键重新提交');
    if (found.state === 'done' && found.caseId)
      return { state: found.state, answer: await readCaseView(context, found.caseId) };
    return { state: found.state, ...(found.refusal && { refusal: found.refusal }) };
  },
});
