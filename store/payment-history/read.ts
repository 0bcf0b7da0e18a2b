import type { CivilMonth } from '../../domain/civil-date';
import { addMonthsToMonth } from '../../domain/civil-date';
import { toldClass, type Told } from '../../domain/dibao/told-class';
import type { EntitledMonth, HistoryMonth, PaidLine } from '../../domain/payment-history/month';
import type { FieldCipher } from '../crypto';
import type { Tx } from '../with-scope';

interface Found extends Told {
  readonly standard?: { readonly monthly?: string };
}

/** Class and standard as each decision applied them; a decision without an assessment says neither. */
const findings = async (
  tx: Tx,
  cipher: FieldCipher,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<EntitledMonth, 'class' | 'standard'>>> => {
  const decisions = await tx.decision.findMany({
    where: { id: { in: [...decisionIds] }, assessmentId: { not: null } },
    select: { id: true, assessmentId: true },
  });
  const assessments = await tx.assessment.findMany({
    where: { id: { in: decisions.flatMap(({ assessmentId }) => assessmentId ?? []) } },
    select: { id: true, resultEnc: true },
  });
  const explained = new Map(
    assessments.map(({ id, resultEnc }) => [
      id,
      (cipher.openJson('assessment', 'result_enc', id, resultEnc) as { readonly explained: Found }).explained,
    ]),
  );
  return new Map(
    decisions.map(({ id, assessmentId }) => {
      const found = explained.get(assessmentId ?? '');
      const standard = found?.standard?.monthly;
      const ruralClass = found && toldClass(found);
      return [id, { ...(ruralClass && { class: ruralClass }), ...(standard && { standard }) }];
    }),
  );
};

const monthsFrom = (first: CivilMonth, last: CivilMonth): CivilMonth[] => {
  const months: CivilMonth[] = [];
  for (let month = first; month <= last; month = addMonthsToMonth(month, 1)) months.push(month);
  return months;
};

interface LineRow extends Omit<PaidLine, 'fen'> {
  readonly month: CivilMonth;
  readonly fen: bigint;
}

const linesOf = (tx: Tx, caseId: string): Promise<LineRow[]> => tx.$queryRaw<LineRow[]>`
  select l.id::text, l.month, l.kind, l.fen, l.withheld_fen as withheld, l.state, l.reason, l.bank_reason as "bankReason", l.paid_on as "paidOn",
    r.month as "runMonth", l.correction
  from payment_line l join payment_run r on r.id = l.run_id where l.case_id = ${caseId}::uuid order by l.month, l.id`;

/**
 * Month by month, oldest first, what the household is entitled to by the decisions in force and every line for it, up to
 * `last` or the latest month that has a line. `firstMonth`: the first that this system pays, if it pays the county at all.
 */
export const readHistory = async (
  tx: Tx,
  cipher: FieldCipher,
  caseId: string,
  { firstMonth, last }: { readonly firstMonth: CivilMonth | undefined; readonly last: CivilMonth },
): Promise<readonly HistoryMonth[]> => {
  const entitlements = await tx.entitlement.findMany({
    where: { caseId, supersededBy: null, monthlyFen: { gt: 0n } },
    include: { components: true },
    orderBy: { fromMonth: 'asc' },
  });
  const lines = await linesOf(tx, caseId);
  const found = await findings(
    tx,
    cipher,
    entitlements.map(({ decisionId }) => decisionId),
  );
  const starts = [...entitlements.map(({ fromMonth }) => fromMonth), ...lines.map(({ month }) => month)].sort();
  const first = starts[0];
  if (first === undefined) return [];
  const end = [last, ...lines.map(({ month }) => month)].sort().at(-1) ?? last;
  return monthsFrom(first, end).map((month) => {
    const one = entitlements.find(({ fromMonth, toMonth }) => fromMonth <= month && (toMonth ?? month) >= month);
    const ofMonth = lines.filter((line) => line.month === month);
    return {
      month,
      lines: ofMonth,
      elsewhere: ofMonth.length === 0 && (firstMonth === undefined || month < firstMonth),
      entitled: one && {
        entitlementId: one.id,
        kind: one.kind as EntitledMonth['kind'],
        fen: one.monthlyFen,
        shares: new Map(one.components.map(({ personId, fen }) => [personId, fen])),
        ...found.get(one.decisionId),
      },
    };
  });
};

/** What the ledger says of a household's months: `month/account` → fen, debit less credit. */
export const ledgerOf = async (tx: Tx, caseId: string): Promise<ReadonlyMap<string, bigint>> => {
  const rows = await tx.$queryRaw<{ month: string; account: string; fen: bigint }[]>`
    with moved as (select t.* from payment_line l join ledger_transfer t on t.line_id = l.id where l.case_id = ${caseId}::uuid)
    select month, account, sum(fen)::bigint as fen from (
      select month, debit as account, fen from moved union all select month, credit, -fen from moved) moves
    group by month, account`;
  return new Map(rows.map(({ month, account, fen }) => [`${month}/${account}`, fen]));
};
