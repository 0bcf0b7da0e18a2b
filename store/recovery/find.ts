import type { CivilDate } from '../../domain/civil-date';
import type { RecoveryCause } from '../../domain/recovery/steps';
import { uuidOf } from '../uuid';
import type { Tx } from '../with-scope';
import { giveTask } from './task';

interface Overpaid {
  readonly caseId: string;
  readonly month: string;
  readonly round: number;
  readonly paidFen: bigint;
  readonly dueFen: bigint;
  readonly fen: bigint;
  readonly township: string;
  readonly programme: string;
  readonly applicantName: string;
  readonly cause: RecoveryCause;
  readonly openId: string | null;
}

/**
 * Months for which more was paid than the entitlements now in force give, less what has been claimed already. Only a
 * household of which an entitlement was ended or superseded, or which has a line replaced, can have any.
 */
const overpaidMonths = (tx: Tx): Promise<Overpaid[]> => tx.$queryRaw<Overpaid[]>`
  with suspects as (
    select case_id from entitlement where to_month is not null or superseded_by is not null
    union select case_id from payment_line where replaces is not null),
  paid as (
    select l.case_id, l.month, sum(l.fen) as fen, max(l.id) as last, bool_or(l.replaces is not null) as replaced
    from payment_line l join suspects s on s.case_id = l.case_id
    where l.state = 'paid' and l.kind in ('regular', 'difference') group by 1, 2),
  compared as (
    select p.*, coalesce((select sum(e.monthly_fen) from entitlement e where e.case_id = p.case_id and e.superseded_by is null
        and e.from_month <= p.month and coalesce(e.to_month, p.month) >= p.month), 0) as due,
      coalesce((select sum(m.fen) from recovery_month m where m.case_id = p.case_id and m.month = p.month), 0) as claimed,
      (select count(*)::int from recovery_month m where m.case_id = p.case_id and m.month = p.month) as rounds
    from paid p)
  select c.case_id as "caseId", c.month, c.rounds + 1 as round, c.fen::bigint as "paidFen", c.due::bigint as "dueFen",
    (c.fen - c.due - c.claimed)::bigint as fen, l.township, l.programme, l.applicant_name as "applicantName",
    case
      when exists (select from case_member m join person d on d.id = m.person_id and d.died_on is not null where m.case_id = c.case_id)
        then 'death'
      when c.due > 0 and c.replaced then 'paidLate'
      when c.due > 0 then 'reduced' else 'stopped' end as cause,
    (select r.id from recovery r where r.case_id = c.case_id and r.state not in ('settled', 'dismissed')) as "openId"
  from compared c join payment_line l on l.id = c.last
  where c.fen - c.due - c.claimed > 0 order by c.case_id, c.month`;

const byCase = (months: readonly Overpaid[]): ReadonlyMap<string, readonly Overpaid[]> => {
  const groups = new Map<string, Overpaid[]>();
  for (const one of months) groups.set(one.caseId, [...(groups.get(one.caseId) ?? []), one]);
  return groups;
};

const open = async (tx: Tx, first: Overpaid, day: CivilDate, at: Date): Promise<string> => {
  const { caseId, month, round, township, programme, applicantName, cause } = first;
  const id = uuidOf('recovery', caseId, month, round);
  await tx.recovery.create({
    data: { id, caseId, township, programme, applicantName, cause, state: 'found', openedOn: day },
  });
  await giveTask(tx, { id, township }, 'found', at);
  return id;
};

/**
 * Claims every overpaid month once: in the household's open recovery, or in a new one with a task for the county. Safe to
 * repeat and to run twice at once. Answers how many households were found.
 */
export const claimOverpaid = async (tx: Tx, day: CivilDate, at: Date): Promise<number> => {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('recovery/find'))`;
  const groups = byCase(await overpaidMonths(tx));
  for (const [caseId, months] of groups) {
    const recoveryId = months[0]!.openId ?? (await open(tx, months[0]!, day, at));
    await tx.recoveryMonth.createMany({
      data: months.map(({ month, round, paidFen, dueFen, fen }) => ({
        recoveryId,
        caseId,
        month,
        round,
        paidFen,
        dueFen,
        fen,
        foundAt: at,
      })),
    });
    const { state } = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId }, select: { state: true } });
    const sequence = (await tx.recoveryEvent.count({ where: { recoveryId } })) + 1;
    await tx.recoveryEvent.create({
      data: {
        recoveryId,
        sequence,
        at,
        action: months[0]!.openId ? 'findMore' : 'find',
        state,
        role: 'system',
        note: months.map(({ month }) => month).join('、'),
      },
    });
  }
  return groups.size;
};
