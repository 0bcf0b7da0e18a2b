import { actorOf, type Context } from '../context';
import { requireOne, requireOpen } from '../rulebook/entries';
import { requireOffice } from './proposeCalendarYear';
import { proposalView } from './view';

/** The checker's answer to a proposed year or local days. */
export const decide = async (context: Context, id: string, state: 'approved' | 'rejected') => {
  const actor = actorOf(context);
  context.audit.detail('proposalId', id);
  return context.scope(async (tx) => {
    const entry = await tx.calendarEntry.findUnique({ where: { id } });
    requireOpen(entry, actor.staffId);
    requireOffice(actor, entry.division);
    const { count } = await tx.calendarEntry.updateMany({
      where: { id, state: 'proposed' },
      data: { state, checkerId: actor.staffId, checkedAt: context.now() },
    });
    requireOne(count);
    return proposalView(tx, await tx.calendarEntry.findUniqueOrThrow({ where: { id } }));
  });
};
