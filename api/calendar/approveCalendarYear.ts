import { operation } from '../operation';
import { entryParams } from '../rulebook/entries';
import { decide } from './decide';
import { CalendarProposal, exampleProposal } from './view';

export const approveCalendarYear = operation({
  method: 'post',
  path: '/api/v1/calendar/proposals/{proposalId}/approve',
  permission: 'calendar.decide',
  tag: '日历',
  summary: '复核通过放假安排',
  description: '通过后用于新计算的期限;已定下的到期日不变。录入人不能复核自己的录入。',
  effect: 'change',
  params: entryParams,
  output: CalendarProposal,
  example: { params: { proposalId: exampleProposal.id }, output: { ...exampleProposal, state: 'approved' } },
  handler: (context, { params: { proposalId } }) => decide(context, proposalId, 'approved'),
});
