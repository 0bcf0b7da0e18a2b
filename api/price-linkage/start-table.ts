import { sayMonth } from '../../domain/civil-date';
import { indexAreasWithin } from '../../domain/price-linkage/areas';
import { triggerOf } from '../../domain/price-linkage/trigger';
import { nameOf } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import { indicesInForce, indicesOf } from '../../store/price-linkage/indices';
import type { PriceLinkageStart } from '../../generated/prisma/client';
import type { Context } from '../context';
import type { Tx } from '../deps';

interface Asked {
  readonly division: string;
  readonly month: string;
}

/** A month can be started where at least one area's checked indices meet the conditions. @throws AppError refused, saying why each does not */
export const requireTriggered = async ({ rulebook }: Context, tx: Tx, { division, month }: Asked): Promise<void> => {
  const parameters = await rulebook.parameters(tx);
  const areas = indexAreasWithin(division, month, parameters);
  const known = await indicesInForce(tx, { areas, from: month, to: month });
  const reasons = areas.map((area) => {
    const row = known.get(`${area}/${month}`);
    if (!row) return `${nameOf(area)}尚无复核通过的指数`;
    const trigger = triggerOf({ division: area, month, indices: indicesOf(row) }, parameters);
    return trigger.met ? undefined : `${nameOf(area)}:${trigger.conditions.map(({ says }) => says).join(',')}`;
  });
  if (reasons.every((reason) => reason !== undefined))
    throw new AppError(
      'refused',
      `${sayMonth(month)}不能启动:${reasons.slice(0, 3).join(';')};请先录入并复核指数,或核对月份`,
    );
};

export const startTable = (context: Context) => ({
  find: (tx: Tx, id: string): Promise<PriceLinkageStart | null> => tx.priceLinkageStart.findUnique({ where: { id } }),
  decide: (tx: Tx, id: string, data: { state: string; checkerId: string; checkedAt: Date }) =>
    tx.priceLinkageStart.updateMany({ where: { id, state: 'proposed' }, data }),
  check: (tx: Tx, row: PriceLinkageStart) => requireTriggered(context, tx, row),
});
