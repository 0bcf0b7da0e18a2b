import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { lineStates, type LineState } from '../../domain/payments/lines';
import type { Tx } from '../deps';

const Money = z.string();

/** A month's line of the household after the agreement, and what became of what it withholds. */
export const WithheldView = z.object({
  month: z.string(),
  stateLabel: z.string(),
  amount: Money.meta({ description: '应发(元)' }),
  planned: Money.meta({ description: '家庭书面同意的每月抵扣(元)' }),
  withheld: Money.meta({ description: '本行扣回(元);不超过同意的金额、比例上限和未收回的金额' }),
  booked: Money.meta({ description: '到账后已记抵扣(元)' }),
});

interface Row {
  readonly month: string;
  readonly state: LineState;
  readonly fen: bigint;
  readonly planned: bigint;
  readonly withheld: bigint;
  readonly booked: bigint;
}

/** Month by month what a recovery's plans meant to withhold, what each line withholds, and what has been booked. */
export const withheldMonths = async (tx: Tx, recoveryId: string): Promise<z.input<typeof WithheldView>[]> => {
  const rows = await tx.$queryRaw<Row[]>`
    with plans as (
      select p.id, p.recovery_id, p.deduction_fen, to_char(p.checked_at at time zone 'Asia/Shanghai', 'YYYY-MM') as agreed,
        to_char(least(p.revoked_at, n.checked_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as ended
      from recovery_plan p left join recovery_plan n on n.replaces = p.id and n.state in ('approved', 'replaced')
      where p.recovery_id = ${recoveryId}::uuid and p.state in ('approved', 'replaced') and p.deduction_fen is not null)
    select l.month, l.state, l.fen, p.deduction_fen as planned, l.withheld_fen as withheld, coalesce((
        select sum(case e.kind when 'deduction' then e.fen else -e.fen end) from recovery_entry e where e.line_id = l.id and e.recovery_id = r.id), 0)::bigint as booked
    from recovery r join plans p on p.recovery_id = r.id
    join payment_line l on l.case_id = r.case_id and l.kind = 'regular' and (l.withheld_for = p.id or l.withheld_for is null
      and l.state not in ('cancelled', 'reissued') and l.month > p.agreed and l.month <= coalesce(left(r.settled_on, 7), p.ended, l.month))
    where l.state <> 'cancelled' order by l.month, l.id`;
  return rows.map(({ month, state, fen, planned, withheld, booked }) => ({
    month,
    stateLabel: lineStates[state].label,
    amount: yuanFromFen(fen),
    planned: yuanFromFen(planned),
    withheld: yuanFromFen(withheld),
    booked: yuanFromFen(booked),
  }));
};
