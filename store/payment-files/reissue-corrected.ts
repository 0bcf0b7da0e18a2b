import { AppError } from '../../domain/errors';
import { lockRun, recordEvent } from '../payments/history';
import type { Sql } from '../sql';
import { waitForLocks } from '../lock-wait';
import type { Person } from './reissue';
import { CORRECTED_ACCOUNT, OPEN_FINDING } from './reissue-rule';

/** Why a line `l` that the bank has not paid stays as it is, the first that holds. $2 is who asks. */
const staying = {
  uncertain: { label: '银行结果不明,查清以前不能重发', when: `l.state = 'uncertain'` },
  relative: {
    label: '您在本案近亲属备案中,由本单位其他人员办理',
    when: `exists (select from relative_declaration r where r.case_id = l.case_id and r.staff_id = $2::uuid
      and not exists (select from relative_ending e where e.declaration_id = r.id))`,
  },
  openFinding: { label: '回盘核查没有了结,由县级审查人核实', when: OPEN_FINDING },
  accountNotCorrected: { label: '账户还没有更正并由另一人复核', when: `${CORRECTED_ACCOUNT} is null` },
} as const;

export type StayReason = keyof typeof staying;
export const stayReasons = Object.keys(staying) as [StayReason, ...StayReason[]];

export interface Outlook {
  /** Lines that can be paid anew, or have been given back. */
  readonly ready: number;
  readonly stays: { readonly reason: StayReason; readonly label: string; readonly lines: number }[];
}

const WEIGHED = `weighed as materialized (
  select l.id, ${CORRECTED_ACCOUNT} as account_id,
    case ${stayReasons.map((reason) => `when ${staying[reason].when} then '${reason}'`).join(' ')} end as stays
  from payment_line l where l.run_id = $1::uuid and l.stuck in ('failed', 'uncertain'))`;
const COUNTED = `select stays, count(*)::int as lines from weighed group by stays`;

interface Counted {
  readonly [column: string]: unknown;
  readonly stays: StayReason | null;
  readonly lines: number;
}

const outlookOf = (rows: readonly Counted[]): Outlook => {
  const linesOf = (reason: StayReason | null): number => rows.find(({ stays }) => stays === reason)?.lines ?? 0;
  return {
    ready: linesOf(null),
    stays: stayReasons.flatMap((reason) => {
      const lines = linesOf(reason);
      return lines === 0 ? [] : [{ reason, label: staying[reason].label, lines }];
    }),
  };
};

/** How many of the run's lines `reissueCorrected` would give back now, and why the others stay. */
export const reissueOutlook = async (client: Sql, runId: string, staffId: string): Promise<Outlook> =>
  outlookOf((await client.query<Counted>(`with ${WEIGHED} ${COUNTED}`, [runId, staffId])).rows);

/**
 * Gives back every failed line of the run whose account two people have corrected and of which no finding is open, in the
 * caller's transaction; done again it gives back none. Each line is noted as `reissueLine` notes it.
 * @throws AppError notFound
 */
export const reissueCorrected = async (
  client: Sql,
  runId: string,
  { staffId, role }: Person,
  at: Date,
): Promise<Outlook> => {
  await waitForLocks(client);
  const run = await lockRun(client, runId);
  if (!run) throw new AppError('notFound', '没有找到这一批发放,或者不在您的辖区内');
  const { rows } = await client.query<Counted>(
    `with ${WEIGHED},
     given as (update payment_line l set state = 'reissued', reason = 'accountCorrected', changed_at = $3::timestamptz, changed_by = $2::uuid
       from weighed w where w.id = l.id and w.stays is null and l.run_id = $1::uuid and l.stuck = 'failed'),
     noted as (insert into payment_reissue (line_id, ground, account_id, made_by, made_at)
       select id, 'accountCorrected', account_id, $2::uuid, $3::timestamptz from weighed where stays is null)
     ${COUNTED}`,
    [runId, staffId, at],
  );
  const outlook = outlookOf(rows);
  if (outlook.ready > 0)
    await recordEvent(client, run, run.state, {
      action: 'reissueCorrected',
      at,
      role,
      actorId: staffId,
      note: `${outlook.ready}户次`,
    });
  return outlook;
};
