import { requireWithin } from '../actor';
import { actorOf, type Context } from '../context';
import { requireOne, requireOpen } from '../rulebook/entries';
import { proposalOf, requireAcceptable } from './proposal';
import { proposalView } from './view';

/** The checker's answer to a proposal; an approval is held against every rule once more, as of now. */
export const decide = async (context: Context, id: string, state: 'approved' | 'rejected') => {
  const actor = actorOf(context);
  context.audit.detail('proposalId', id);
  return context.scope(async (tx) => {
    const entry = await tx.parameterEntry.findUnique({ where: { id } });
    requireOpen(entry, actor.staffId);
    requireWithin(actor, entry.division);
    const parameters = await context.rulebook.parameters(tx);
    if (state === 'approved') requireAcceptable(parameters, proposalOf(entry));
    const { count } = await tx.parameterEntry.updateMany({
      where: { id, state: 'proposed' },
      data: { state, checkerId: actor.staffId, checkedAt: context.now() },
    });
    requireOne(count);
    return proposalView(tx, parameters, await tx.parameterEntry.findUniqueOrThrow({ where: { id } }));
  });
};
