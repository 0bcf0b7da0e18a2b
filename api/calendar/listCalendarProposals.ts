import { z } from 'zod';
import { choice } from '../fields';
import { operation } from '../operation';
import { states } from '../rulebook/entries';
import { CalendarProposal, exampleProposal, proposalViews } from './view';

export const listCalendarProposals = operation({
  method: 'get',
  path: '/api/v1/calendar/proposals',
  permission: 'calendar.read',
  tag: '日历',
  summary: '查看放假安排的录入和复核',
  description: '新的在前,至多200条。',
  effect: 'read',
  query: z.strictObject({ state: choice('状态', states).exactOptional() }),
  output: z.object({ proposals: z.array(CalendarProposal) }),
  example: { query: { state: 'proposed' }, output: { proposals: [exampleProposal] } },
  async handler({ scope }, { query: { state } }) {
    const where = state ? { state } : {};
    return scope(async (tx) => {
      const rows = await tx.calendarEntry.findMany({
        where,
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: 200,
      });
      return { proposals: await proposalViews(tx, rows) };
    });
  },
});
