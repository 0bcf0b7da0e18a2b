import { z } from 'zod';
import type { CaseState } from '../../domain/lifecycle/state';
import { newEpoch } from '../../store/engine/new-epoch';
import { uuidOf } from '../../store/uuid';
import { actorOf, type Context } from '../context';
import { body, text } from '../fields';
import { operation } from '../operation';
import { engineAway } from './engine/describe';
import { caseForEngine, exampleCaseId, workflowParams } from './find';

/** The new epoch and why, in one transaction. */
const openEpoch = (context: Context, caseId: string, reason: string): Promise<CaseState> =>
  context.scope(async (tx) => {
    await caseForEngine(tx, caseId);
    const state = await newEpoch(tx, caseId, context.now());
    const id = uuidOf(context.commandId ?? '', 'input');
    const contentEnc = context.store.cipher.sealJson('case_input', 'content_enc', id, { reason });
    const input = { id, caseId, kind: 'repair', contentEnc, hash: '', createdBy: actorOf(context).staffId };
    await tx.caseInput.createMany({ data: [input], skipDuplicates: true });
    return state;
  });

export const repairWorkflow = operation({
  method: 'post',
  path: '/api/v1/admin/workflows/{caseId}/repair',
  permission: 'workflow.repair',
  tag: '流程管理',
  summary: '修复流程',
  description: '以数据库为准,用快照重建流程(新的一期)。不改变案件的环节和内容;原流程终止,理由留档。',
  effect: 'command',
  params: workflowParams,
  input: body({ reason: text('修复理由', { min: 4, max: 500 }) }),
  output: z.object({ caseId: z.uuid(), epoch: z.int(), sequence: z.int() }),
  example: {
    params: { caseId: exampleCaseId },
    input: { reason: '流程与数据库不一致' },
    output: { caseId: exampleCaseId, epoch: 2, sequence: 7 },
  },
  async handler(context, { params: { caseId }, body: { reason } }) {
    const state = await openEpoch(context, caseId, reason);
    context.audit.case(caseId);
    context.audit.detail('epoch', state.epoch);
    await context.engine.rebuild(state).catch(() => {
      throw engineAway();
    });
    return { caseId, epoch: state.epoch, sequence: state.sequence };
  },
});
