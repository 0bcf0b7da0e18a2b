import { addMonthsToMonth, firstDayOf, startOfDay, type CivilMonth } from '../../domain/civil-date';
import { toldClass, type Told } from '../../domain/dibao/told-class';
import type { DisclosureItem } from '../../domain/disclosure/items';
import type { DisclosurePart } from '../../domain/disclosure/table';
import { runStates, type RunKind } from '../../domain/payments/run';
import { Prisma } from '../../generated/prisma/client';
import type { FieldCipher } from '../crypto';
import type { Tx } from '../with-scope';

export interface Published {
  /** Six digits. */
  readonly county: string;
  readonly month: CivilMonth;
  readonly item: DisclosureItem;
}

/** The lists that pay what an item tells of. */
const kindsOf: Readonly<Record<DisclosureItem, readonly RunKind[]>> = {
  benefit: ['monthly', 'supplementary'],
  priceLinkage: ['priceLinkage'],
  oneOff: ['oneOff'],
};

const unreleased: readonly string[] = Object.entries(runStates)
  .filter(([, { order }]) => order < runStates.sending.order)
  .map(([state]) => state);

const januaryOf = (month: CivilMonth): CivilMonth => `${month.slice(0, 4)}-01`;

/** Lines of the year's lists that were paid, with the persons whom each supports. */
const paidLines = ({ county, month, item }: Published): Prisma.Sql => Prisma.sql`
  paid as (
    select l.id, l.case_id, l.township, l.programme, l.month as due_month, l.fen, r.month as list_month, coalesce(
      nullif((select count(*)::int from entitlement_component k where k.entitlement_id = l.entitlement_id and k.fen > 0), 0),
      l.member_count) as persons
    from payment_run r join payment_line l on l.run_id = r.id
    where r.county = ${county} and r.month between ${januaryOf(month)} and ${month} and l.state = 'paid'
      and case when l.kind in ('regular', 'difference') then 'benefit' else l.kind end = ${item})`;

/** The class that the office found last before the month ended. */
const foundClass = ({ month }: Published): Prisma.Sql => Prisma.sql`
  (select e.summary ->> 'ruralClass' from case_event e
    where e.case_id = c.id and e.at < ${new Date(startOfDay(firstDayOf(addMonthsToMonth(month, 1))))} and e.summary ->> 'ruralClass' is not null
    order by e.sequence desc limit 1)`;

interface Unfound {
  readonly id: string;
  readonly caseId: string;
  readonly resultEnc: Uint8Array;
}

/** Rural households whose class nobody wrote down got the one of the rules: it stands in the assessment that was decided on. */
const ruledClasses = async (tx: Tx, cipher: FieldCipher, of: Published): Promise<Readonly<Record<string, string>>> => {
  const rows = await tx.$queryRaw<Unfound[]>(Prisma.sql`
    with ${paidLines(of)}
    select a.id, c.id as "caseId", a.result_enc as "resultEnc"
    from "case" c
    cross join lateral (
      select d.assessment_id from decision d where d.case_id = c.id and d.assessment_id is not null
        and d.decided_on < ${firstDayOf(addMonthsToMonth(of.month, 1))} order by d.created_at desc limit 1) decided
    join assessment a on a.id = decided.assessment_id
    where c.area = 'rural' and c.programme = 'dibao' and c.id in (select case_id from paid) and ${foundClass(of)} is null`);
  const classOf = ({ id, resultEnc }: Unfound): string | undefined =>
    toldClass((cipher.openJson('assessment', 'result_enc', id, resultEnc) as { readonly explained: Told }).explained);
  return Object.fromEntries(
    rows.flatMap((row) => {
      const found = classOf(row);
      return found === undefined ? [] : [[row.caseId, found]];
    }),
  );
};

/**
 * The parts of a county's table by township, programme and class, from the lines that were paid. A household stands in
 * one part: by the township and class of its latest line.
 */
export const computeParts = async (tx: Tx, cipher: FieldCipher, of: Published): Promise<readonly DisclosurePart[]> => {
  const ruled = JSON.stringify(await ruledClasses(tx, cipher, of));
  return tx.$queryRaw<DisclosurePart[]>(Prisma.sql`
    with ${paidLines(of)},
    placed as (
      select distinct on (p.case_id) p.case_id, p.township, p.programme,
        case when c.area = 'urban' then 'urban' when p.programme <> 'dibao' then 'ruralPeople' else coalesce(${foundClass(of)}, ${ruled}::jsonb ->> c.id::text, 'rural') end as class
      from paid p join "case" c on c.id = p.case_id order by p.case_id, p.list_month desc, p.id desc),
    months as (
      select case_id, list_month, due_month, max(persons) as persons, sum(fen) as fen from paid group by 1, 2, 3),
    households as (
      select case_id, max(persons) filter (where list_month = ${of.month}) as persons,
        coalesce(sum(persons) filter (where list_month = ${of.month}), 0) as person_times,
        coalesce(sum(fen) filter (where list_month = ${of.month}), 0) as fen, sum(persons) as year_person_times, sum(fen) as year_fen
      from months group by 1)
    select p.township, p.programme, p.class, count(h.persons)::int as households, coalesce(sum(h.persons), 0)::int as persons,
      sum(h.person_times)::int as "personTimes", sum(h.fen)::bigint as fen, sum(h.year_person_times)::int as "yearPersonTimes",
      sum(h.year_fen)::bigint as "yearFen"
    from placed p join households h on h.case_id = p.case_id group by 1, 2, 3 order by 1, 2, 3`);
};

/** Lines of the month's lists of which the bank has not answered: the month is not over. */
export const countUnanswered = async (tx: Tx, { county, month, item }: Published): Promise<number> => {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from payment_run r join payment_line l on l.run_id = r.id
    where r.county = ${county} and r.month = ${month} and l.state in ('sent', 'uncertain')
      and case when l.kind in ('regular', 'difference') then 'benefit' else l.kind end = ${item}`;
  return row?.count ?? 0;
};

/** Lists of the month that have not gone to the bank: whoever is on them is not in the figures yet. */
export const countUnreleased = (tx: Tx, { county, month, item }: Published): Promise<number> => {
  const kind = { in: [...kindsOf[item]] };
  return tx.paymentRun.count({ where: { county, month, kind, state: { in: [...unreleased] } } });
};

/** What the ledger has as paid for the lists of the month, and from January on. */
export const ledgerSums = async (
  tx: Tx,
  { county, month, item }: Published,
): Promise<{ readonly fen: bigint; readonly yearFen: bigint }> => {
  const [row] = await tx.$queryRaw<{ fen: bigint; yearFen: bigint }[]>`
    select ledger_paid(${county}, ${item}, ${month}, ${month}) as fen,
      ledger_paid(${county}, ${item}, ${januaryOf(month)}, ${month}) as "yearFen"`;
  return row ?? { fen: 0n, yearFen: 0n };
};
