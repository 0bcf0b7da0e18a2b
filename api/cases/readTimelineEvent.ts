import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { applicationInputId } from '../../store/cases/submission/case-row';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { EventView, eventView, exampleEvent, namesOf } from './views/timeline';

export const readTimelineEvent = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/timeline/{sequence}',
  permission: 'case.read',
  tag: '案件',
  summary: '查看办理经过的一步',
  description: '加 ?with=input 时附上当时填写的内容,查看记入审计。',
  effect: 'read',
  params: caseParams.extend({ sequence: integerText('序号', { min: 1, max: 1_000_000 }) }),
  query: z.strictObject({ with: choice('附加内容', ['input']).exactOptional() }),
  output: EventView.extend({ input: z.unknown().exactOptional() }),
  example: {
    params: { caseId: exampleCaseId, sequence: '2' },
    query: { with: 'input' },
    output: { ...exampleEvent, input: {} },
  },
  handler: (context, { params: { caseId, sequence }, query }) =>
    context.scope(async (tx) => {
      const row = await caseInScope(context, tx, caseId);
      const event = await tx.caseEvent.findUnique({ where: { caseId_sequence: { caseId, sequence } } });
      if (!event) throw new AppError('notFound', `本案没有第${sequence}步`);
      const view = eventView(event, await namesOf(tx, [event]));
      if (query.with !== 'input') return view;
      const inputId = event.inputId ?? (event.action === 'submit' ? applicationInputId(caseId) : undefined);
      const stored = inputId ? await tx.caseInput.findUnique({ where: { id: inputId } }) : null;
      if (!stored) return view;
      context.audit.case(caseId);
      context.audit.persons(row.members.map(({ personId }) => personId));
      return {
        ...view,
        input: context.store.cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc),
      };
    }),
});
