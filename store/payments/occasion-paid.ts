import type { Fen } from '../../domain/money';
import type { LineState } from '../../domain/payments/lines';
import type { Tx } from '../with-scope';

export interface OccasionSum {
  readonly state: LineState;
  readonly persons: number;
  readonly fen: Fen;
}

/** What the runs of a subsidy made of it below a place: persons counted and money, by the state of their lines. */
export const occasionPaid = (tx: Tx, occasionId: string, division: string): Promise<OccasionSum[]> =>
  tx.$queryRaw<OccasionSum[]>`
    select l.state, count(*)::int as persons, sum(s.fen)::bigint as fen from payment_line l join payment_share s on s.line_id = l.id
    where l.occasion_id = ${occasionId}::uuid and l.state not in ('cancelled', 'reissued') and starts_with(l.township, ${division})
    group by l.state`;
