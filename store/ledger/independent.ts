import type { Equation } from '../../domain/ledger/equations';

interface Source {
  /** Read only where the table is there. */
  readonly table: string;
  readonly equation: Equation;
  /** Rows of (account, fen, case_id, run_id, township, county, programme, month, source) that never look at the ledger. */
  readonly sql: string;
}

/** What the ledger is held against: each table that money comes from, counted on its own. */
export const independent: readonly Source[] = [
  {
    table: 'payment_line',
    equation: 'entitled',
    sql: `select p.account, p.fen, l.case_id, l.run_id, l.township, l.county, l.programme, l.month, b.source
      from payment_line l left join budget_line b on b.id = l.budget_line_id
      cross join lateral (values (l.state, case l.state when 'paid' then l.fen - l.withheld_fen else l.fen end),
        ('offset', case l.state when 'paid' then l.withheld_fen else 0 end)) as p (account, fen)
      where l.state not in ('cancelled', 'reissued') and p.fen > 0`,
  },
  {
    table: 'direct_grant',
    equation: 'entitled',
    sql: `select 'paid', g.fen, null::uuid, null::uuid, g.township, g.county, 'temporaryAssistance', g.month, b.source
      from direct_grant g join budget_line b on b.id = g.budget_line_id`,
  },
  {
    table: 'reserve_grant',
    equation: 'entitled',
    sql: `select 'paid', g.fen, g.case_id, null::uuid, g.township, left(g.township, 6), 'temporaryAssistance', left(g.given_on, 7), f.source
      from reserve_grant g join reserve_fund f on f.id = g.fund_id where g.state = 'approved'`,
  },
  {
    table: 'recovery',
    equation: 'overpaid',
    sql: `select a.account, a.fen, r.case_id, null::uuid, r.township, left(r.township, 6), r.programme, null::text, null::text
      from recovery r cross join lateral (values ('recovered', r.recovered_fen), ('writtenOff', r.written_off_fen),
        ('outstanding', r.outstanding_fen)) as a (account, fen) where a.fen > 0`,
  },
];
