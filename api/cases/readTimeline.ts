import { z } from 'zod';
import { operation } from '../operation';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';
import { EventView, eventView, exampleEvent, namesOf } from './views/timeline';

export const readTimeline = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/timeline',
  permission: 'case.read',
  tag: '案件',
  summary: '查看办理经过',
  description: '每一步一句话,从先到后:谁、何时、做了什么、转到哪里、期限到哪天。',
  effect: 'read',
  params: caseParams,
  output: z.object({ events: z.array(EventView) }),
  example: { params: { caseId: exampleCaseId }, output: { events: [exampleEvent] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      const events = await tx.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });
      const names = await namesOf(tx, events);
      return { events: events.map((event) => eventView(event, names)) };
    }),
});
