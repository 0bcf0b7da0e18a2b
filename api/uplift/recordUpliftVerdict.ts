import { z } from 'zod';
import { AppError, fieldError } from '../../domain/errors';
import { actorOf } from '../context';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { upliftOf } from './find';
import { exampleRunId } from './view';

export const recordUpliftVerdict = operation({
  method: 'post',
  path: '/api/v1/uplifts/{runId}/sample/{caseId}',
  permission: 'uplift.check',
  tag: '提标',
  summary: '登记抽查结论',
  description: '逐户核对核算依据后登记正确或有误;有误的须写明情形。批准前可以更正。',
  effect: 'change',
  params: z.strictObject({ runId: id('提标'), caseId: id('案件') }),
  input: body({ verdict: choice('结论', ['right', 'wrong']), note: text('说明', { max: 500 }).exactOptional() }),
  output: z.object({ caseId: z.uuid(), verdict: z.enum(['right', 'wrong']) }),
  example: {
    params: { runId: exampleRunId, caseId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01' },
    input: { verdict: 'right' },
    output: { caseId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a01', verdict: 'right' },
  },
  async handler(context, { params: { runId, caseId }, body: { verdict, note } }) {
    const { staffId } = actorOf(context);
    if (verdict === 'wrong' && !note) throw fieldError('note', '有误的请写明情形');
    context.audit.case(caseId);
    context.audit.detail('runId', runId);
    return context.scope(async (tx) => {
      const run = await upliftOf(tx, runId);
      if (run.state !== 'reviewing') throw new AppError('actionNotAllowed', '只有待抽查的提标可以登记抽查结论');
      const { count } = await tx.upliftSample.updateMany({
        where: { runId, caseId },
        data: { verdict, note: note ?? null, checkedBy: staffId, checkedAt: context.now() },
      });
      if (count === 0) throw new AppError('notFound', '抽查名单中没有这一户,或者不在您的管辖范围内');
      return { caseId, verdict };
    });
  },
});
