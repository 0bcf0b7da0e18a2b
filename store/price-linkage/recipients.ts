import type { CivilMonth } from '../../domain/civil-date';
import type { Fen } from '../../domain/money';
import { Prisma } from '../../generated/prisma/client';
import type { Tx } from '../with-scope';

/** What a person of a programme and settlement in a county gets; `rank` decides between equal amounts. */
export interface PaidRate {
  readonly county: string;
  readonly programme: string;
  readonly settlement: string;
  readonly fen: Fen;
  readonly rank: number;
}

interface Roll {
  /** Who was in benefit in this month is paid. */
  readonly month: CivilMonth;
  /** Everything below it. */
  readonly division: string;
  readonly rates: readonly PaidRate[];
  /** Who is in several programmes is paid by the highest amount; else by the lowest rank. */
  readonly highestFirst: boolean;
  /** Only persons whom this county paid in the month are looked at, with whatever they have elsewhere. */
  readonly county?: string;
}

export interface Recipient {
  readonly personId: string;
  readonly caseId: string;
  readonly programme: string;
  readonly settlement: string;
  /** The office that pays the case in the month. */
  readonly division: string;
  readonly fen: Fen;
}

export interface RecipientSum {
  readonly place: string;
  readonly programme: string;
  readonly settlement: string;
  readonly fen: Fen;
  readonly persons: number;
  readonly total: Fen;
}

const json = (rates: readonly PaidRate[]): string =>
  JSON.stringify(rates.map(({ fen, ...rest }) => ({ ...rest, fen: fen.toString() })));

/** Whoever has an entitlement of a case of the county, now or then. */
const ofCounty = (county: string | undefined) =>
  county === undefined
    ? Prisma.empty
    : Prisma.sql`and component.person_id in (
        select own.person_id from entitlement_component own join entitlement e2 on e2.id = own.entitlement_id
        where e2.case_id in (
          select id from "case" where division >= ${county} and division < ${county}::text || ':'
          union select case_id from case_division where division >= ${county} and division < ${county}::text || ':'))`;

/**
 * One row per person: who had an entitlement in force in the month, in gradual exit too, with the rate of the county that
 * paid the case then. Whoever is in several stands once.
 */
export const roll = ({ month, division, rates, highestFirst, county }: Roll) => Prisma.sql`
  with rate as materialized (
    select * from jsonb_to_recordset(${json(rates)}::jsonb) as r(county text, programme text, settlement text, fen bigint, rank int)
  ), in_force as (
    select component.person_id, e.case_id, c.programme, c.area as settlement,
      coalesce((select d.division from case_division d where d.case_id = c.id and d.from_month <= ${month}
        order by d.from_month desc limit 1), c.division) as division
    from entitlement e
    join "case" c on c.id = e.case_id
    join entitlement_component component on component.entitlement_id = e.id
    where e.superseded_by is null and e.from_month <= ${month} and (e.to_month is null or e.to_month >= ${month}) ${ofCounty(county)}
  ), entitled as (
    select f.*, r.fen, r.rank from in_force f
    join rate r on r.county = left(f.division, 6) and r.programme = f.programme and r.settlement = f.settlement
    where f.division >= ${division} and f.division < ${division}::text || ':'
  ), once as (
    select distinct on (person_id) person_id, case_id, programme, settlement, division, fen from entitled
    order by person_id, case when ${highestFirst}::boolean then -fen else rank end, rank, -fen, case_id
  )`;

/** Who is paid, a page at a time in order of person: what a payment run draws. */
export const recipients = (
  tx: Tx,
  asked: Roll,
  limit: number,
  after = '00000000-0000-0000-0000-000000000000',
): Promise<Recipient[]> =>
  tx.$queryRaw<
    Recipient[]
  >`${roll(asked)} select person_id as "personId", case_id as "caseId", programme, settlement, division, fen
     from once where person_id > ${after}::uuid order by person_id limit ${limit}::int`;

/** Persons and money by place (a prefix of so many digits), programme, settlement and rate. */
export const recipientSums = (tx: Tx, asked: Roll, digits: number): Promise<RecipientSum[]> =>
  tx.$queryRaw<
    RecipientSum[]
  >`${roll(asked)} select left(division, ${digits}::int) as place, programme, settlement, fen, count(*)::int as persons, sum(fen)::bigint as total
     from once group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

/** How many entries were left out because the person is paid elsewhere already. */
export const repeatedRecipients = async (tx: Tx, asked: Roll): Promise<number> => {
  const rows = await tx.$queryRaw<
    { n: number }[]
  >`${roll(asked)} select ((select count(*) from entitled) - (select count(*) from once))::int as n`;
  return rows[0]?.n ?? 0;
};
