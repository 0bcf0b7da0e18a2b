import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import type { RecoveryCause } from '../../domain/recovery/steps';
import { sqlOf } from '../sql';
import type { Tx } from '../with-scope';
import { claimMonths, lockClaims } from './claim';

interface Found {
  readonly caseId: string;
  readonly month: string;
  readonly township: string;
  readonly programme: string;
  readonly applicantName: string;
  /** What the bank says it paid, and what it was given to pay. */
  readonly told: bigint;
  readonly listed: bigint;
  /** What the lines say was paid in the same place, and what else there is on its way. */
  readonly paid: bigint;
  readonly waiting: number;
  readonly rounds: number;
  readonly openId: string | null;
}

const FOUND = `
  select f.case_id as "caseId", l.month, l.township, l.programme, l.applicant_name as "applicantName", f.fen::bigint as told, (l.fen - l.withheld_fen)::bigint as listed,
    p.paid, p.waiting,
    (select count(*)::int from recovery_month m where m.case_id = l.case_id and m.month = l.month) as rounds,
    (select r.id from recovery r where r.case_id = l.case_id and r.state not in ('repaying', 'settled', 'dismissed') order by r.opened_on, r.id limit 1) as "openId"
  from payment_finding f join payment_line l on l.id = f.line_id
  cross join lateral (
    select coalesce(sum(o.fen) filter (where o.state = 'paid'), 0)::bigint as paid,
      (count(*) filter (where o.state in ('pending', 'held', 'sent', 'uncertain')))::int as waiting
    from payment_line o
    where o.case_id = l.case_id and o.month = l.month and o.kind = l.kind and o.occasion_id is not distinct from l.occasion_id) p
  where f.id = $1::uuid`;

type Share = 'whole' | 'excess';
const causeOf: Readonly<Record<Share, RecoveryCause>> = { whole: 'paidTwice', excess: 'paidMore' };

/** @throws AppError actionNotAllowed, in words that say what would be right instead */
const overpaidBy = (share: Share, { told, listed, paid, waiting }: Found): bigint => {
  if (share === 'excess') {
    if (told > listed) return told - listed;
    throw new AppError('actionNotAllowed', '银行所报金额不多于清单金额,没有多付;请另选处理结果');
  }
  if (paid > 0n) return told;
  throw new AppError(
    'actionNotAllowed',
    waiting > 0
      ? '重发的一笔还没有银行结果,不能认定重复到账;请等回盘或登记银行结果后再办'
      : '重发的一笔没有到账,没有重复支付;请选“重发的一笔没有到账,以原款为准”',
  );
};

// @clause 三(三) what a bank paid twice or too much comes back the way of all that was overpaid
/**
 * Claims what a finding says was paid too much, in the household's open recovery or a new one, in the caller's
 * transaction; the database claims a finding once. @returns id of the recovery
 * @throws AppError actionNotAllowed
 */
export const claimFinding = async (tx: Tx, findingId: string, share: Share, at: Date): Promise<string> => {
  await lockClaims(tx);
  const { rows } = await sqlOf(tx).query<Found & { readonly [key: string]: unknown }>(FOUND, [findingId]);
  const found = rows[0]!;
  const fen = overpaidBy(share, found);
  const dueFen = found.paid;
  const claim = { month: found.month, round: found.rounds + 1, paidFen: dueFen + fen, dueFen, fen, findingId };
  const cause = causeOf[share];
  return claimMonths(tx, { ...found, cause }, [claim], civilDateAt(at.getTime()), at);
};
