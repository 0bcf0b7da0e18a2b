import { carryYears, firstOf, requireYoung } from '../../domain/funds/carry-age';
import type { FundMovement } from '../../generated/prisma/client';
import { leftOf } from '../../store/funds/aged-money';
import { sqlOf } from '../../store/sql';
import type { Deps, Tx } from '../deps';
import { saying } from './refusals';

interface Decided {
  readonly state: string;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

type Carry = Pick<FundMovement, 'kind' | 'toDivision' | 'programme' | 'source' | 'onDate' | 'year' | 'fen'>;

/**
 * Says what of a carry is past its limit, before the database refuses it; of any other movement nothing.
 * @throws AppError refused where what the carry would take from its year into the next is past its limit
 */
export const requireYoungCarry = async (
  tx: Tx,
  rulebook: Deps['rulebook'],
  { kind, toDivision: division, onDate: on, fen, ...line }: Carry,
): Promise<void> => {
  if (kind !== 'carry') return;
  const carried = firstOf(await leftOf(sqlOf(tx), { ...line, division }), fen);
  requireYoung(carried, line.year + 1, carryYears(await rulebook.parameters(tx), { on, division }));
};

type Entered = FundMovement & { readonly division: string };

/** Checked by the office that entered it or one above. */
export const movementTable = ({ rulebook }: Pick<Deps, 'rulebook'>) => ({
  find: async (tx: Tx, id: string): Promise<Entered | null> => {
    const row = await tx.fundMovement.findUnique({ where: { id } });
    return row && { ...row, division: row.enteredBy };
  },
  check: async (tx: Tx, row: Entered): Promise<void> => {
    if (row.reverses === null) await requireYoungCarry(tx, rulebook, row);
  },
  decide: (tx: Tx, id: string, data: Decided) =>
    saying(tx.fundMovement.updateMany({ where: { id, state: 'proposed' }, data })),
});
