import { AppError } from '../../domain/errors';
import type { DisclosureItem } from '../../domain/disclosure/items';
import { yuanFromFen } from '../../domain/money';
import { ledgerSums } from '../../store/disclosure/compute';
import { requireWithin } from '../actor';
import { actorOf, type Context } from '../context';
import { requireOne, requireOpen } from '../rulebook/entries';
import { viewOf } from './find';

/** The checker's answer. What is published equals the ledger of that moment; the database holds the same and more. */
export const decideDisclosure = async (context: Context, disclosureId: string, state: 'published' | 'rejected') => {
  const actor = actorOf(context);
  context.audit.detail('entryId', disclosureId);
  return context.scope(async (tx) => {
    const row = await tx.disclosure.findUnique({ where: { id: disclosureId } });
    requireOpen(row, actor.staffId);
    requireWithin(actor, row.county);
    if (state === 'published') {
      const { county, month, item } = row;
      const ledger = await ledgerSums(tx, { county, month, item: item as DisclosureItem });
      if (ledger.fen !== row.fen || ledger.yearFen !== row.yearFen)
        throw new AppError(
          'refused',
          `编制后账册有变化:账册当月${yuanFromFen(ledger.fen)}元、累计${yuanFromFen(ledger.yearFen)}元,表内${yuanFromFen(row.fen)}元、累计${yuanFromFen(row.yearFen)}元;请退回后重新编制`,
        );
    }
    const decided = { state, checkerId: actor.staffId, checkedAt: context.now() };
    const { count } = await tx.disclosure.updateMany({ where: { id: disclosureId, state: 'proposed' }, data: decided });
    requireOne(count);
    return viewOf(tx, { ...row, ...decided });
  });
};
