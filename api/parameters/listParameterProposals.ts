import { z } from 'zod';
import { actorOf } from '../context';
import { choice, text } from '../fields';
import { operation } from '../operation';
import { states } from '../rulebook/entries';
import { exampleProposal, ParameterProposal, proposalViews } from './view';

export const listParameterProposals = operation({
  method: 'get',
  path: '/api/v1/parameters/proposals',
  permission: 'parameter.read',
  tag: '标准和参数',
  summary: '查看录入和复核情况',
  description: '本辖区的录入,新的在前,至多200条。',
  effect: 'read',
  query: z.strictObject({
    state: choice('状态', states).exactOptional(),
    parameter: text('参数', { max: 100 }).exactOptional(),
  }),
  output: z.object({ proposals: z.array(ParameterProposal) }),
  example: { query: { state: 'proposed' }, output: { proposals: [exampleProposal] } },
  async handler(context, { query: { state, parameter } }) {
    const { division } = actorOf(context);
    return context.scope(async (tx) => {
      const rows = await tx.parameterEntry.findMany({
        where: {
          division: { startsWith: division },
          ...(state ? { state } : {}),
          ...(parameter ? { parameter } : {}),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: 200,
      });
      return { proposals: await proposalViews(tx, await context.rulebook.parameters(tx), rows) };
    });
  },
});
