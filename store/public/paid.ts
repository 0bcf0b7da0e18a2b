import type { Tx } from '../with-scope';
import type { BoardRecipient } from './board';

interface Asked {
  readonly division: string;
  readonly month: string;
  readonly most: number;
  readonly after: number;
}

/** The months of which a county has lists with money that arrived, the newest first. */
export const paidMonths = async (tx: Tx, division: string): Promise<string[]> =>
  (await tx.$queryRaw<{ month: string }[]>`select month from public_payment_months(${division})`).map(
    ({ month }) => month,
  );

/** Who was paid by the lists of a month in a township or village; `monthlyFen` is what arrived. */
export const paidHouseholds = (tx: Tx, { division, month, most, after }: Asked): Promise<BoardRecipient[]> =>
  tx.$queryRaw<BoardRecipient[]>`
    select programme, division, applicant, people, fen as "monthlyFen"
    from public_payments(${division}, ${month}, ${most}::int, ${after}::int)`;
