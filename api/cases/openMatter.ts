import { z } from 'zod';
import { uuidOf } from '../../store/uuid';
import { body } from '../fields';
import { operation } from '../operation';
import { answerAction } from './actions/answer';
import { openingNeedsOf } from './actions/known';
import { exampleCase, exampleCaseId } from './application/example-case';
import { actionInput, actionName, caseParams } from './params';
import { Accepted, CaseView } from './views/schema';

export const openMatter = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/matters',
  permission: 'case.openMatter',
  tag: '案件',
  summary: '登记事项',
  description: '复核、变更、死亡、投诉举报等。现在可以登记的见案件的 matterActions。',
  effect: 'command',
  params: caseParams,
  input: body({ kind: actionName.meta({ description: '事项种类' }), input: actionInput }),
  output: z.union([CaseView, Accepted]),
  example: {
    params: { caseId: exampleCaseId },
    input: {
      kind: 'complaint',
      input: { class: 'fraud', what: '反映家庭有未申报的车辆', named: false },
    },
    output: exampleCase,
  },
  async handler(context, { params: { caseId }, body: { kind, input } }) {
    const matter = { id: uuidOf(context.commandId ?? '', 'matter'), kind };
    return answerAction(context, { caseId, owner: 'stage', action: 'openMatter', input, matter }, () =>
      openingNeedsOf(kind),
    );
  },
});
