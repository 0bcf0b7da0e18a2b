import { carryYears, requireYoung, type AgedMoney } from '../../domain/funds/carry-age';
import type { FundMovement } from '../../generated/prisma/client';
import { carriedBy } from '../../store/funds/aged-money';
import { sqlOf } from '../../store/sql';
import type { Deps, Tx } from '../deps';
import { saying } from './refusals';

interface Decided {
  readonly state: string;
  readonly checkerId: string;
  readonly checkedAt: Date;
}

type Carry = Pick<FundMovement, 'toDivision' | 'onDate' | 'year'>;

/** @throws AppError refused where what the carry takes from its year into the next is past its limit */
export const requireYoungCarry = async (
  tx: Tx,
  rulebook: Deps['rulebook'],
  { toDivision: division, onDate: on, year }: Carry,
  carried: readonly AgedMoney[],
): Promise<void> => requireYoung(carried, year + 1, carryYears(await rulebook.parameters(tx), { on, division }));

/** What a carry took along is known once it has been taken; too old, and the approval is undone with it. */
const requireYoungTaken = async (tx: Tx, rulebook: Deps['rulebook'], id: string): Promise<void> => {
  const carried = await carriedBy(sqlOf(tx), id);
  if (carried.length === 0) return;
  await requireYoungCarry(tx, rulebook, await tx.fundMovement.findUniqueOrThrow({ where: { id } }), carried);
};

/** Checked by the office that entered it or one above. */
export const movementTable = ({ rulebook }: Pick<Deps, 'rulebook'>) => ({
  find: async (tx: Tx, id: string): Promise<(FundMovement & { readonly division: string }) | null> => {
    const row = await tx.fundMovement.findUnique({ where: { id } });
    return row && { ...row, division: row.enteredBy };
  },
  decide: async (tx: Tx, id: string, data: Decided) => {
    const decided = await saying(tx.fundMovement.updateMany({ where: { id, state: 'proposed' }, data }));
    await requireYoungTaken(tx, rulebook, id);
    return decided;
  },
});
