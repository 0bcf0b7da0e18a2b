import { accounts, accountsOf } from '../../domain/ledger/equations';
import type { Sql } from '../sql';
import { MOST, type Mismatch } from './balances';

interface Check {
  readonly says: string;
  /** Rows of (dimension, key, account, told, counted). */
  readonly sql: string;
}

/** What stands written beside the ledger, each held against the rows that it sums up. */
export const recordChecks = {
  foreign: {
    says: '账上有不认识的科目或跨等式的转账',
    sql: `select 'transfer' as dimension, id::text as key, debit || ' ← ' || credit as account, fen::text as told, '0' as counted
      from ledger_transfer where not (debit = any ($1::text[]) and credit = any ($1::text[]))
        or (debit = any ($2::text[])) <> (credit = any ($2::text[]))`,
  },
  twice: {
    says: '同户同月同类有两行都在发放',
    sql: `select 'case', case_id::text, month, count(*)::text, '1' from payment_line
      where kind <> 'difference' and state not in ('cancelled', 'reissued')
      group by case_id, month, kind, coalesce(occasion_id, case_id) having count(*) > 1`,
  },
  files: {
    says: '发放文件的合计与所载各行不符',
    sql: `select 'file', f.id::text, 'fen', f.lines || ' / ' || f.fen, s.lines || ' / ' || s.fen from payment_file f
      left join (select file_id, count(*) as lines, sum(fen - withheld_fen) as fen from payment_line where file_id is not null group by file_id) s
        on s.file_id = f.id
      where (f.lines, f.fen) is distinct from (s.lines, s.fen)`,
  },
  outside: {
    says: '已送出的行不在任何发放文件中',
    sql: `select 'line', id::text, state, fen::text, '0' from payment_line
      where state in ('sent', 'uncertain', 'paid', 'failed', 'reissued') and file_id is null and fen > withheld_fen`,
  },
  returns: {
    says: '回盘的统计与所载各行不符',
    sql: `select 'return', r.id::text, 'rows', r.total || ' / ' || r.applied, s.total || ' / ' || s.applied from payment_return r
      left join lateral (select count(*) as total, count(*) filter (where outcome = 'applied') as applied
        from payment_return_row w where w.return_id = r.id) s on true
      where (r.total, r.applied) is distinct from (s.total, s.applied)`,
  },
  unanswered: {
    says: '记为已到账或失败,却没有银行的回盘',
    sql: `select 'line', l.id::text, l.state, l.fen::text, '0' from payment_line l
      where l.state in ('paid', 'failed', 'uncertain') and l.fen > l.withheld_fen and not exists (
        select from payment_return_row w where w.line_id = l.id and w.outcome in ('applied', 'late', 'differs'))`,
  },
  withheld: {
    says: '发放时扣回的与追缴中记的抵扣不符',
    sql: `select 'line', coalesce(l.id, e.line_id)::text, 'fen', coalesce(e.fen, 0)::text, coalesce(l.fen, 0)::text
      from (select id, withheld_fen as fen from payment_line where state = 'paid' and withheld_fen > 0) l
      full join (select line_id, sum(case kind when 'deduction' then fen else -fen end) as fen from recovery_entry
        where line_id is not null group by 1 having sum(case kind when 'deduction' then fen else -fen end) <> 0) e on e.line_id = l.id
      where e.fen is distinct from l.fen`,
  },
} as const satisfies Readonly<Record<string, Check>>;

export type RecordCheck = keyof typeof recordChecks;

const ENTITLED: readonly string[] = accountsOf('entitled');

export const recordMismatches = async (client: Sql): Promise<readonly Mismatch[]> => {
  const found: Mismatch[] = [];
  for (const [check, { sql }] of Object.entries(recordChecks)) {
    const values = check === 'foreign' ? [Object.keys(accounts), ENTITLED] : [];
    const { rows } = await client.query<Omit<Mismatch, 'check'> & { readonly [key: string]: string }>(
      `select * from (${sql}) as found (dimension, key, account, told, counted) order by key limit ${MOST}`,
      values,
    );
    found.push(...rows.map((row) => ({ ...row, check }) as Mismatch));
  }
  return found;
};
