import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decide } from './decide';
import { CalendarProposal, exampleProposal } from './view';

export const rejectCalendarYear = operation({
  method: 'post',
  path: '/api/v1/calendar/proposals/{proposalId}/reject',
  permission: 'calendar.decide',
  tag: '日历',
  summary: '退回放假安排',
  description: '退回后不生效;可改正后重新录入。录入人不能退回自己的录入。',
  effect: 'change',
  params: entryParams,
  output: CalendarProposal,
  example: { params: { proposalId: exampleProposal.id }, output: { ...exampleProposal, state: 'rejected' } },
  handler: (context, { params: { proposalId } }) => decide(context, proposalId, 'rejected'),
});
